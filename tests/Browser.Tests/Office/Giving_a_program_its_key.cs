using System.Net;
using System.Net.Http.Headers;
using Host.Tests.Api;

namespace Browser.Tests.Office;

/// <summary>A program of another system gets its key, and loses it.</summary>
public sealed class Giving_a_program_its_key(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    [Fact]
    public async Task shows_it_once_lets_it_in_and_shuts_it_out()
    {
        await SignInTo("/office/admin/keys");
        await Page.ClickAsync("header button.filled");
        await Page.FillAsync("#key-program", "credit-site");
        await Page.SelectOptionAsync(".scope select >> nth=0", "System");
        await Page.ClickAsync(".mud-dialog button.filled");
        var key = await Page.InnerTextAsync("#given-key-text");
        await Page.WaitForFunctionAsync("() => document.activeElement.id === 'given-key'");
        using var program = Host.Anonymous();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        (await program.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);

        await Page.ReloadAsync();
        await Page.WaitForSelectorAsync("td:has-text('credit-site')");
        (await Page.ContentAsync()).Should().NotContain(key);
        await Page.ClickAsync($"tr:has-text('{key.Split('_')[1]}') button.danger");
        await Page.ClickAsync(".mud-dialog button.filled");
        await Page.WaitForSelectorAsync($"tr:has-text('{key.Split('_')[1]}') .tag.bad");

        (await program.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        Complaints.Should().BeEmpty();
    }
}
