using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ApprovalEngine.Contracts.Accounts;

namespace Host.Tests.Api;

public sealed class Signing_in(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gives_a_token_that_says_when_it_ends()
    {
        using var nobody = host.Anonymous();

        var answer = await nobody.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest("admin", RunningHost.Password), Cancel);

        var token = await answer.Content.ReadFromJsonAsync<SignInAnswer>(Cancel);
        token!.AccessToken.Should().NotBeEmpty();
        token.ExpiresAt.Should().BeAfter(DateTimeOffset.UtcNow);
        nobody.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        var me = await nobody.GetFromJsonAsync<JsonElement>("/api/v1/me", Cancel);
        me.GetProperty("userName").GetString().Should().Be("admin");
        me.GetProperty("roles")[0].GetProperty("role").GetString().Should().Be("Administrator");
    }

    [Theory]
    [InlineData("admin", "wrong")]
    [InlineData("nobody-of-that-name", "wrong")]
    public async Task answers_a_wrong_name_and_a_wrong_password_alike(string name, string password)
    {
        using var nobody = host.Anonymous();

        var answer = await nobody.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest(name, password), Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("code").GetString().Should().Be("SignInRefused");
    }

    [Fact]
    public async Task at_the_same_moment_in_several_windows_is_refused_in_none_after_a_wrong_password()
    {
        using var nobody = host.Anonymous();
        for (var round = 0; round < 5; round++)
        {
            await nobody.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest("sun.ling", "wrong"), Cancel);

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
                nobody.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest("sun.ling", RunningHost.Password), Cancel)));

            answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task with_a_forged_token_is_refused()
    {
        using var forger = host.Anonymous();
        forger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "CfDJ8forged");

        (await forger.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task with_the_form_sets_a_cookie_and_leads_back_to_the_page_asked_for()
    {
        using var browser = new Browser(host.Address);
        var asked = await browser.Get("/hangfire");
        asked.StatusCode.Should().Be(HttpStatusCode.Redirect);

        var answer = await browser.SubmitSignIn(asked.Headers.Location!, "admin", RunningHost.Password);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().EndWith("/hangfire");
        (await browser.Get("/hangfire")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task never_leads_to_another_site()
    {
        using var browser = new Browser(host.Address);

        var answer = await browser.SubmitSignIn(new Uri("/?returnUrl=//elsewhere.example/", UriKind.Relative), "admin", RunningHost.Password);

        new Uri(host.Address, answer.Headers.Location!).Host.Should().Be(host.Address.Host);
    }

    [Fact]
    public async Task with_a_cookie_writes_only_with_the_forgery_header()
    {
        using var browser = new Browser(host.Address);
        await browser.SubmitSignIn(new Uri("/", UriKind.Relative), "admin", RunningHost.Password);

        var answer = await browser.Post("/api/v1/sign-in", JsonContent.Create(new SignInRequest("admin", RunningHost.Password)));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }
}
