using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ApprovalEngine.Contracts.Accounts;
using OtpNet;

namespace Host.Tests.Api;

public sealed class Signing_in_in_two_steps(RunningHost host)
{
    private static readonly TimeSpan OneStep = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task asks_for_a_code_of_the_device_and_takes_each_once()
    {
        var (name, secret, _) = await Protected();

        (await CodeOf(await SignIn(name))).Should().Be("SecondStepNeeded");
        (await CodeOf(await SignIn(name, "000000"))).Should().Be("SignInRefused");
        var code = Shown(secret, OneStep);
        (await SignIn(name, $"{code[..3]} {code[3..]}")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await CodeOf(await SignIn(name, code))).Should().Be("SignInRefused", "it was used");
    }

    [Fact]
    public async Task takes_each_recovery_code_once()
    {
        var (name, _, recovery) = await Protected();

        (await SignIn(name, recovery[0].ToLowerInvariant())).StatusCode.Should().Be(HttpStatusCode.OK);

        (await CodeOf(await SignIn(name, recovery[0]))).Should().Be("SignInRefused");
        (await SignIn(name, recovery[1])).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task with_the_form_asks_for_the_code_after_the_password()
    {
        var (name, secret, _) = await Protected();
        using var browser = new Browser(host.Address);
        var asked = new Uri("/?returnUrl=/office/cases", UriKind.Relative);

        var half = await browser.SubmitSignIn(asked, name, RunningHost.Password);
        half.StatusCode.Should().Be(HttpStatusCode.OK);
        (await browser.Get("/office/cases")).StatusCode.Should().Be(HttpStatusCode.Redirect, "nobody is signed in by half");
        var wrong = await browser.Submit(asked, await half.Content.ReadAsStringAsync(Cancel), ("Step.Code", "000000"));
        wrong.StatusCode.Should().Be(HttpStatusCode.OK);
        var right = await browser.Submit(asked, await wrong.Content.ReadAsStringAsync(Cancel), ("Step.Code", Shown(secret, OneStep)));

        right.StatusCode.Should().Be(HttpStatusCode.Redirect);
        right.Headers.Location!.ToString().Should().EndWith("/office/cases");
        (await browser.Get("/office/cases")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task is_turned_off_by_a_code_only()
    {
        var (name, _, recovery) = await Protected();
        using var person = await host.Bearing(await SignIn(name, recovery[0]));

        var refused = await person.PostAsJsonAsync("/api/v1/me/second-step/end", new CodeRequest("000000"), Cancel);
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await person.PostAsJsonAsync("/api/v1/me/second-step/end", new CodeRequest(recovery[1]), Cancel)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await SignIn(name)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task is_reset_by_another_administrator_for_who_has_lost_everything()
    {
        var (name, _, recovery) = await Protected();
        using var admin = await host.As("admin");
        using var person = await host.Bearing(await SignIn(name, recovery[0]));

        (await person.DeleteAsync($"/api/v1/organisation/people/{name}/second-step", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await admin.DeleteAsync($"/api/v1/organisation/people/{name}/second-step", Cancel)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await person.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "the sign-ins that stood have ended");
        (await SignIn(name)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task guesses_are_counted_up_to_the_lock()
    {
        var (name, _, recovery) = await Protected();
        for (var i = 0; i < 8; i++)
        {
            await SignIn(name, "000000");
        }

        (await CodeOf(await SignIn(name, recovery[0]))).Should().Be("SignInRefused");
    }

    /// <summary>A person whose second step is on.</summary>
    private async Task<(string Name, string Secret, IReadOnlyList<string> Recovery)> Protected()
    {
        var name = await host.AddPerson();
        using var person = await host.As(name);
        var begun = await person.PostAsync("/api/v1/me/second-step", null, Cancel);
        begun.StatusCode.Should().Be(HttpStatusCode.OK, await begun.Content.ReadAsStringAsync(Cancel));
        var setup = (await begun.Content.ReadFromJsonAsync<SecondStepSetup>(Cancel))!;
        var confirmed = await person.PostAsJsonAsync("/api/v1/me/second-step/confirm", new CodeRequest(Shown(setup.Secret, TimeSpan.Zero)), Cancel);
        confirmed.EnsureSuccessStatusCode();
        (await person.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        return (name, setup.Secret, (await confirmed.Content.ReadFromJsonAsync<RecoveryCodes>(Cancel))!.Codes);
    }

    private static string Shown(string secret, TimeSpan later) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTime.UtcNow + later);

    private async Task<HttpResponseMessage> SignIn(string name, string? code = null)
    {
        using var nobody = host.Anonymous();
        return await nobody.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest(name, RunningHost.Password, code), Cancel);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("code").GetString();
    }
}
