using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Host.Tests.Api;

public sealed class Keeping_what_one_prefers(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task goes_with_the_person_to_any_browser_and_with_nobody_else()
    {
        await Add("prefers.one");
        using var person = await host.As("prefers.one");
        foreach (var (name, value) in new[] { ("theme", "dark"), ("density", "compact"), ("language", "en"), ("theme", "light"), ("density", null), ("columns", "Unit") })
        {
            (await Keep(person, name, value)).StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        using var browser = new Browser(host.Address);
        await browser.SubmitSignIn(new Uri("/", UriKind.Relative), "prefers.one", RunningHost.Password);

        var page = await (await browser.Get("/office")).Content.ReadAsStringAsync(Cancel);
        page.Should().Contain("<html lang=\"en\" data-theme=\"light\" data-").And.NotContain("data-density=\"compact\"");
        (await Preferences(person)).Should().BeEquivalentTo(new Dictionary<string, string> { ["theme"] = "light", ["language"] = "en", ["columns"] = "Unit" });
        using var other = await host.As("xu.lei");
        (await Preferences(other)).Should().NotContainKey("columns");
    }

    [Theory]
    [InlineData("colour", "red", "PreferenceUnknown")]
    [InlineData("theme", "purple", "PreferenceInvalid")]
    [InlineData("language", "fr", "PreferenceInvalid")]
    public async Task takes_only_what_there_is_to_choose(string name, string value, string code)
    {
        using var person = await host.As("xu.lei");

        var refused = await Keep(person, name, value);

        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Cancel)).Should().Contain(code);
    }

    private async Task Add(string userName)
    {
        using var admin = await host.As("admin");
        var person = new { userName, displayName = userName, password = RunningHost.Password, grants = new[] { new { role = "WindowClerk", unit = "YC-DA" } } };
        (await admin.PostAsJsonAsync("/api/v1/organisation/people", person, Cancel)).StatusCode.Should().Be(HttpStatusCode.Created);
    }

    private static Task<HttpResponseMessage> Keep(HttpClient person, string name, string? value) => person.PutAsJsonAsync($"/api/v1/me/preferences/{name}", new { value }, Cancel);

    private static async Task<Dictionary<string, string>> Preferences(HttpClient person) =>
        (await person.GetFromJsonAsync<JsonElement>("/api/v1/me", Cancel)).GetProperty("preferences").Deserialize<Dictionary<string, string>>()!;
}
