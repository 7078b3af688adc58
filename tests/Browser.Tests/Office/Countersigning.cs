using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;

namespace Browser.Tests.Office;

/// <summary>Departments sign side by side; one of them sends the case back, and no task is lost or doubled by it.</summary>
public sealed class Countersigning(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Lawyer = "he.na";
    private static readonly string[] Departments = ["YC-FZ", "YC-GA", "YC-MZ", "YC-ZW"];

    private string caseId = "";
    private string caseNo = "";

    [Fact]
    public async Task goes_back_and_begins_anew_with_every_seat()
    {
        await Reach();
        (await Open()).Select(task => task.Unit).Should().BeEquivalentTo(Departments);

        // The first department agrees.
        await Choose("ma.lei");
        await Page.ClickAsync(".acts .outcomes .filled");
        await Page.WaitForSelectorAsync($".toast:has-text('{caseNo}')");

        // The second sees before the click whose tasks its return takes away and which step gets the case.
        await Choose("zhou.yan");
        await Page.Keyboard.PressAsync("r");
        await Page.ClickAsync(".mud-dialog label:has-text('合法性审查')");
        await Page.WaitForSelectorAsync(".mud-dialog dl.pairs div:nth-child(2) dd:has-text('合法性审查')");
        (await Page.InnerTextAsync(".mud-dialog dl.pairs div:first-child dd")).Should().ContainAll("中心管理办公室", "公安局", "民政局").And.NotContain("司法局", "who has signed loses no task");
        await Page.FillAsync("#return-reason", "设定依据不全，请补充。");
        await Page.PressAsync("#return-reason", "Control+Enter");
        await Page.WaitForSelectorAsync(".toast:has-text('合法性审查')");
        (await Open()).Should().ContainSingle().Which.Activity.Should().Be("legality");

        // Who gets it back reads why, and sends it on.
        await Choose(Lawyer);
        await Page.WaitForSelectorAsync(".detail :text('设定依据不全，请补充。')");
        await Page.ClickAsync(".acts .outcomes button:has-text('有法律依据')");
        await Page.WaitForSelectorAsync($".toast:has-text('{caseNo}')");
        (await Open()).Select(task => task.Unit).Should().BeEquivalentTo(Departments, "each department is asked again, once");

        // Half of the seats decide.
        foreach (var signer in new[] { "ma.lei", "zhou.yan" })
        {
            await Choose(signer);
            await Page.ClickAsync(".acts .outcomes .filled");
            await Page.WaitForSelectorAsync($".toast:has-text('{caseNo}')");
        }

        (await Open()).Should().ContainSingle().Which.Activity.Should().Be("conclude");
        Complaints.Should().BeEmpty();
    }

    /// <summary>Opens the case's task in the inbox of somebody to whom it is offered or who has it.</summary>
    private async Task Choose(string userName)
    {
        await Page.Context.ClearCookiesAsync();
        await SignInTo("/office/inbox?tab=claimable", userName);
        await Page.ClickAsync($"#inbox-rows .item:has-text('{caseNo}')");
        await Page.WaitForSelectorAsync(".acts .outcomes .filled:not([disabled])");
    }

    /// <summary>A case that has come to the departments.</summary>
    private async Task Reach()
    {
        using var clerk = await Host.As("zhao.jie");
        var application = new { item = "YC-FZ-0009", applicant = new { kind = "Organisation", name = "会签试验单位" }, form = new { proofName = "无犯罪记录证明" }, materials = new[] { new { code = "form", state = "Supplied" } } };
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancel)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        (caseId, caseNo) = (received.GetProperty("caseId").GetString()!, received.GetProperty("caseNo").GetString()!);
        await Complete(clerk, "Accepted");
        using var lawyer = await Host.As(Lawyer);
        await Complete(lawyer, "Lawful");
    }

    private async Task Complete(HttpClient person, string outcome) =>
        (await person.PostAsJsonAsync($"/api/v1/tasks/{(await Open()).Single().Id}/complete", new { outcome }, Cancel)).EnsureSuccessStatusCode();

    private async Task<IReadOnlyList<(string Id, string Activity, string Unit)>> Open()
    {
        using var auditor = await Host.As("auditor");
        var shown = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{caseId}", Cancel);
        return [.. shown.GetProperty("openTasks").EnumerateArray().Select(task => (task.GetProperty("taskId").GetString()!, task.GetProperty("activityId").GetString()!, task.GetProperty("unit").GetString()!))];
    }
}
