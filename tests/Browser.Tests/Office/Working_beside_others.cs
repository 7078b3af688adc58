using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Office;

/// <summary>A session that ends, a colleague who is faster, a deputy: nothing typed is lost and nobody answers twice.</summary>
public sealed class Working_beside_others(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Clerk = "zhou.na";
    private const string Colleague = "wu.qiang";

    [Fact]
    public async Task keeps_what_was_typed_when_the_session_ends()
    {
        var (caseNo, _, _) = await Received("会话试验");
        await SignInTo("/office/inbox?tab=claimable", Clerk);
        await Page.ClickAsync($"#inbox-rows .item:has-text('{caseNo}')");
        await Page.FillAsync("#opinion", "材料与原件一致");
        await Page.Context.ClearCookiesAsync(new() { NameRegex = new("approval", System.Text.RegularExpressions.RegexOptions.IgnoreCase) });

        await Page.ClickAsync(".acts .filled");
        await Page.FillAsync(".mud-dialog input[type=password]", RunningHost.Password);
        await Page.PressAsync(".mud-dialog input[type=password]", "Enter");

        await Page.WaitForSelectorAsync($".toast:has-text('{caseNo}')");
        using var clerk = await Host.As(Clerk);
        var done = await clerk.GetFromJsonAsync<JsonElement>("/api/v1/tasks/done?take=1", Cancel);
        done.GetProperty("items")[0].GetProperty("caseNo").GetString().Should().Be(caseNo);
        (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{done.GetProperty("items")[0].GetProperty("caseId").GetString()}", Cancel))
            .GetProperty("answered")[0].GetProperty("opinion").GetString().Should().Be("材料与原件一致");
    }

    [Fact]
    public async Task takes_a_task_out_of_the_list_when_a_colleague_has_answered_it()
    {
        var (caseNo, task, _) = await Received("先后试验");
        await SignInTo("/office/inbox?tab=claimable", Clerk);
        await Page.ClickAsync($"#inbox-rows .item:has-text('{caseNo}')");
        await Page.WaitForSelectorAsync(".acts .filled");

        using var colleague = await Host.As(Colleague);
        (await colleague.PostAsJsonAsync($"/api/v1/tasks/{task}/complete", new { outcome = "Accepted" }, Cancel)).EnsureSuccessStatusCode();

        await Page.WaitForSelectorAsync($"#inbox-rows .item[id='row-{task.Replace("-", "", StringComparison.Ordinal)}']", new() { State = WaitForSelectorState.Detached });
        await Page.WaitForSelectorAsync(".detail .banner[role=status]");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task says_who_was_faster_to_whom_the_news_came_too_late()
    {
        var (caseNo, task, _) = await Received("迟到试验");
        await Page.RouteAsync("**/api/v1/events**", route => route.AbortAsync());
        await SignInTo("/office/inbox?tab=claimable", Clerk);
        await Page.ClickAsync($"#inbox-rows .item:has-text('{caseNo}')");
        await Page.FillAsync("#opinion", "材料齐全");
        using var colleague = await Host.As(Colleague);
        (await colleague.PostAsJsonAsync($"/api/v1/tasks/{task}/complete", new { outcome = "Accepted" }, Cancel)).EnsureSuccessStatusCode();

        await Page.ClickAsync(".acts .filled");

        (await Page.InnerTextAsync(".acts .banner.bad")).Should().NotBeEmpty();
        (await Page.InputValueAsync("#opinion")).Should().Be("材料齐全");
        using var clerk = await Host.As(Clerk);
        (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/tasks/done?take=50", Cancel)).GetProperty("items").EnumerateArray().Should().NotContain(one => one.GetProperty("caseNo").GetString() == caseNo);
    }

    [Fact]
    public async Task lets_a_deputy_answer_for_who_is_away()
    {
        var (caseNo, task, caseId) = await Received("外出试验");
        using var holder = await Host.As(Clerk);
        (await holder.PostAsJsonAsync($"/api/v1/tasks/{task}/claim", new { }, Cancel)).EnsureSuccessStatusCode();
        await SignInTo("/office/absence", Clerk);
        await Page.ClickAsync("button.filled:has-text('登记外出')");
        await Page.FillAsync(".mud-dialog .mud-autocomplete input", Colleague);
        await Page.ClickAsync(".mud-popover-open .mud-list-item");
        await Page.ClickAsync(".mud-dialog button.filled");
        await Page.WaitForSelectorAsync("table button:has-text('结束外出')");

        await Page.Context.ClearCookiesAsync();
        await SignInTo("/office/inbox?tab=mine", Colleague);
        await Page.ClickAsync($"#inbox-rows .item:has-text('{caseNo}')");

        await Page.WaitForSelectorAsync(".acts .banner");
        await Page.ClickAsync(".acts .filled");
        await Page.WaitForSelectorAsync($".toast:has-text('{caseNo}')");
        var done = await holder.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{caseId}", Cancel);
        var answered = done.GetProperty("answered")[0].GetProperty("ended");
        (answered.GetProperty("by").GetString(), answered.GetProperty("onBehalfOf").GetString()).Should().Be((Colleague, Clerk), "both names stay");
        await Page.Context.ClearCookiesAsync();
        await SignInTo("/office/absence", Clerk);
        await Page.ClickAsync("table button:has-text('结束外出')");
        await Page.WaitForSelectorAsync(".toast");
        Complaints.Should().BeEmpty();
    }

    private async Task<(string CaseNo, string Task, string CaseId)> Received(string applicant)
    {
        using var clerk = await Host.As(Clerk);
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-BDC-0004", applicant = new { kind = "Person", name = applicant }, form = new { address = "天府大道1号" } }, Cancel))
            .EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return (received.GetProperty("caseNo").GetString()!, received.GetProperty("openTasks")[0].GetString()!, received.GetProperty("caseId").GetString()!);
    }
}
