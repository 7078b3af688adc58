using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;

namespace Browser.Tests.Office;

public sealed partial class Stopping_a_case(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    [Fact]
    public async Task says_where_the_due_date_moves_and_moves_it_there()
    {
        using var clerk = await Host.As("wu.qiang");
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-BDC-0004", applicant = new { kind = "Person", name = "暂停试验" }, form = new { address = "天府大道2号" } }, Cancel))
            .Content.ReadFromJsonAsync<JsonElement>(Cancel);
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{received.GetProperty("openTasks")[0].GetString()}/complete", new { outcome = "Accepted" }, Cancel)).EnsureSuccessStatusCode();

        await SignInTo($"/office/cases/{received.GetProperty("caseId").GetString()}", "head.centre");
        var due = await Page.InnerTextAsync("details:has-text('承诺时限') summary >> nth=0");
        var before = Dates(due)[^1];
        await Act("暂停计时");
        Dates(await Page.InnerTextAsync(".mud-dialog .banner"))[^1].Should().BeAfter(before, "the days until it goes on do not count");
        await Page.FillAsync("#stop-cause", "专家评审");
        await Page.FillAsync("#stop-basis", "行政许可法第四十五条");
        await Page.FillAsync("#stop-paper", "评审〔2026〕1号");
        await Page.PressAsync("#stop-paper", "Enter");
        await Page.WaitForSelectorAsync(".head .due.stopped");
        (await Page.InnerTextAsync(".timeline li.by")).Should().ContainAll("专家评审", "行政许可法第四十五条", "评审〔2026〕1号");

        await Act("恢复计时");
        await Page.FillAsync("#act-reason", "评审结束");
        await Page.PressAsync("#act-reason", "Control+Enter");
        await Page.WaitForSelectorAsync(".head .due:not(.stopped)");

        await Act("延期");
        await Page.FillAsync("#extend-days", "2");
        var told = Dates(await Page.InnerTextAsync(".mud-dialog .banner"));
        (told[^1], told[0] > before).Should().Be((before, true));
        await Page.FillAsync("#act-reason", "案情复杂");
        await Page.PressAsync("#act-reason", "Control+Enter");
        await Page.WaitForSelectorAsync("details summary:has-text('6 个工作日')");
        Dates(await Page.InnerTextAsync("details:has-text('承诺时限') summary >> nth=0"))[^1].Should().Be(told[0], "it is due when it was said to be");
        Complaints.Should().BeEmpty();
    }

    private static DateOnly[] Dates(string text) => [.. Day().Matches(text).Select(match => DateOnly.ParseExact(match.Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];

    [System.Text.RegularExpressions.GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial System.Text.RegularExpressions.Regex Day();

    private async Task Act(string words)
    {
        await Page.ClickAsync(".head details.menu summary");
        await Page.ClickAsync($".head .sheet button:has-text('{words}')");
    }
}
