using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;

namespace Browser.Tests.Office;

public sealed class Stopping_a_case(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    [Fact]
    public async Task shows_that_its_clock_stands_still_and_goes_on_again()
    {
        using var clerk = await Host.As("wu.qiang");
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-BDC-0004", applicant = new { kind = "Person", name = "暂停试验" }, form = new { address = "天府大道2号" } }, Cancel))
            .Content.ReadFromJsonAsync<JsonElement>(Cancel);
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{received.GetProperty("openTasks")[0].GetString()}/complete", new { outcome = "Accepted" }, Cancel)).EnsureSuccessStatusCode();

        await SignInTo($"/office/cases/{received.GetProperty("caseId").GetString()}", "head.centre");
        await Act("暂停计时");
        await Page.FillAsync("#stop-cause", "专家评审");
        await Page.FillAsync("#stop-basis", "行政许可法第四十五条");
        await Page.FillAsync("#stop-paper", "评审〔2026〕1号");
        await Page.PressAsync("#stop-paper", "Enter");
        await Page.WaitForSelectorAsync(".head .due.stopped");

        await Act("恢复计时");
        await Page.FillAsync("#act-reason", "评审结束");
        await Page.PressAsync("#act-reason", "Control+Enter");
        await Page.WaitForSelectorAsync(".head .due:not(.stopped)");

        await Act("延期");
        await Page.FillAsync("#extend-days", "2");
        await Page.FillAsync("#act-reason", "案情复杂");
        await Page.PressAsync("#act-reason", "Control+Enter");
        await Page.WaitForSelectorAsync("details summary:has-text('6 个工作日')");
        Complaints.Should().BeEmpty();
    }

    private async Task Act(string words)
    {
        await Page.ClickAsync(".head details.menu summary");
        await Page.ClickAsync($".head .sheet button:has-text('{words}')");
    }
}
