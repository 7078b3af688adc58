using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Studio;

public sealed class Losing_the_sign_in(RunningHost host, Chromium chromium) : StudioTest(host, chromium)
{
    private const string Flow = "one-step";

    [Fact]
    public async Task while_editing_is_said_and_nobody_believes_that_the_change_was_saved()
    {
        using var admin = await Host.As("admin");
        (await admin.PutAsJsonAsync($"/api/v1/definitions/{Flow}", new { document = JsonNode.Parse("""
            { "name": "One step", "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "connections": [], "activities": [
              { "id": "accept", "type": "Approval.AcceptApplication", "version": 1, "metadata": { "designer": { "position": { "x": 100, "y": 100 } } } } ] } }
            """) }, Cancel)).EnsureSuccessStatusCode();
        var stored = new StoredFlow(admin, Flow);
        var before = await stored.Document();
        await SignInTo($"/studio/workflows/definitions/{Flow}/edit");
        var editor = new StudioEditor(Page);
        await editor.Shown("accept");
        await Page.Context.ClearCookiesAsync();

        await editor.Type("accept", "答复期限", "3");

        await Assertions.Expect(Page.Locator("#studio-alert")).ToContainTextAsync("登录已失效");
        await stored.ShouldBecome(before);
    }
}
