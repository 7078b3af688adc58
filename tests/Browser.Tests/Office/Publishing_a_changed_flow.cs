using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Office;

/// <summary>A changed flow comes in and is published: the next case follows it, those under way keep to theirs.</summary>
public sealed class Publishing_a_changed_flow(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Flow = "village-agency";
    private const string Clerk = "liu.lei";
    private const string Before = "受理审查";
    private const string After = "村级初审";

    [Fact]
    public async Task moves_the_next_case_and_none_that_runs()
    {
        using var clerk = await Host.As(Clerk);
        using var admin = await Host.As("admin");
        var running = await Receive(clerk);
        var changed = JsonNode.Parse(await admin.GetStringAsync($"/api/v1/definitions/{Flow}/export", Cancel))!;
        changed["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "accept")!["customProperties"]!["approvalTexts"]!["title"]!["zh-Hans"] = After;

        await SignInTo("/office/admin/flows");
        await Page.ClickAsync("header button:has-text('导入')");
        await Page.SetInputFilesAsync("#flow-files", new FilePayload { Name = "village-agency.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(changed.ToJsonString()) });
        await Page.ClickAsync(".mud-dialog button.filled");
        await Page.ClickAsync($"section[role=status] a[href$='{Flow}']");
        await Page.ClickAsync("header button.filled");
        await Page.WaitForSelectorAsync(".mud-dialog li:has-text('1')");
        await Page.FillAsync("#publish-note", "受理环节改由村级初审");
        await Page.PressAsync("#publish-note", "Control+Enter");
        await Page.WaitForSelectorAsync(".toast");
        var next = await Receive(clerk);

        // Who designs flows sees no case: the window does.
        await Page.Context.ClearCookiesAsync();
        await SignInTo("/office/cases", Clerk);
        await Page.WaitForSelectorAsync("main h1");
        (await Step(running)).Should().Contain(Before).And.NotContain(After);
        (await Step(next)).Should().Contain(After).And.NotContain(Before);
        Complaints.Should().BeEmpty();
    }

    /// <summary>What the case's page says about the place where the case is now.</summary>
    private async Task<string> Step(string caseId)
    {
        await Page.GotoAsync(new Uri(Host.Address, $"/office/cases/{caseId}").ToString());
        return await Page.InnerTextAsync("main .head");
    }

    private static async Task<string> Receive(HttpClient clerk)
    {
        var application = new { item = "YC-MZ-0005", applicant = new { kind = "Person", name = "流程试验" }, form = new { matter = "低保申请" } };
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancel)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return received.GetProperty("caseId").GetString()!;
    }
}
