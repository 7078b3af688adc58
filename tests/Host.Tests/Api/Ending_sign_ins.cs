using System.Net;
using System.Net.Http.Json;
using ApprovalEngine.Contracts.Accounts;

namespace Host.Tests.Api;

public sealed class Ending_sign_ins(RunningHost host)
{
    private const string Other = "another good one";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task everywhere_ends_cookies_and_tokens_at_once()
    {
        var name = await host.AddPerson();
        using var program = await host.As(name);
        using var browser = new Browser(host.Address);
        await browser.SubmitSignIn(new Uri("/", UriKind.Relative), name, RunningHost.Password);
        (await browser.Get("/api/v1/me")).StatusCode.Should().Be(HttpStatusCode.OK);

        (await program.PostAsync("/api/v1/me/sign-out-everywhere", null, Cancel)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await browser.Get("/api/v1/me")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await program.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var again = await host.As(name);
        (await again.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task with_ones_own_new_password_ends_the_others()
    {
        var name = await host.AddPerson();
        using var person = await host.As(name);

        await Refused(person, new("wrong", Other), "PasswordWrong");
        await Refused(person, new(RunningHost.Password, "short"), "PasswordTooShort");
        (await person.PostAsJsonAsync("/api/v1/me/password", new OwnPasswordRequest(RunningHost.Password, Other), Cancel)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await person.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var again = await host.As(name, Other);
        (await again.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static async Task Refused(HttpClient person, OwnPasswordRequest request, string code)
    {
        var answer = await person.PostAsJsonAsync("/api/v1/me/password", request, Cancel);
        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Contain($"\"{code}\"");
    }
}
