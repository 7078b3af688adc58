using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Office;

/// <summary>What was typed is not thrown away unasked, and who goes back finds the page as they left it.</summary>
public sealed class Losing_nothing_on_the_way(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Question = ".mud-dialog:has-text('尚未保存')";

    [Fact]
    public async Task asks_before_it_throws_away_what_was_typed()
    {
        await SignInTo("/office/admin/people/xu.lei");
        await Page.FillAsync("#display-name", "徐");
        await Page.ClickAsync(".rail a[href='office/admin/jobs']");
        await Page.WaitForSelectorAsync(Question);
        await Page.Keyboard.PressAsync("Escape");
        await Page.WaitForSelectorAsync(Question, new() { State = WaitForSelectorState.Detached });
        (await Page.InputValueAsync("#display-name")).Should().Be("徐");

        await Page.ClickAsync(".rail a[href='office/admin/jobs']");
        await Page.ClickAsync($"{Question} .filled");
        await Arrive("/office/admin/jobs");

        await Page.GotoAsync(new Uri(Host.Address, "/office/absence").ToString());
        await Page.ClickAsync("header .filled");
        await Page.FillAsync("#away-reason", "出差");
        await Page.Keyboard.PressAsync("Escape");
        await Page.WaitForSelectorAsync(".mud-dialog .banner.warn");
        (await Page.InputValueAsync("#away-reason")).Should().Be("出差");
        await Page.Keyboard.PressAsync("Escape");
        await Page.WaitForSelectorAsync(".mud-dialog", new() { State = WaitForSelectorState.Detached });
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task finds_a_reason_again_that_was_not_sent_and_works_on_where_the_browser_keeps_nothing()
    {
        using var clerk = await Host.As("li.na");
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "草稿试验" }, form = new { fileNumber = "2026-8" } }, Cancel))
            .Content.ReadFromJsonAsync<JsonElement>(Cancel);
        await SignInTo($"/office/cases/{received.GetProperty("caseId").GetString()}", "head.centre");
        await Ask();
        await Page.FillAsync("#act-reason", "申请人来电");
        await Page.WaitForFunctionAsync("() => Object.values(localStorage).some(text => text.includes('申请人来电'))");

        await Page.ReloadAsync();
        await Ask();
        (await Page.InputValueAsync("#act-reason")).Should().Be("申请人来电");
        await Page.EvaluateAsync("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
        await Page.FillAsync("#act-reason", "申请人来电撤回");
        await Page.PressAsync("#act-reason", "Control+Enter");

        await Page.WaitForSelectorAsync(".timeline:has-text('申请人来电撤回')");
        (await Page.EvaluateAsync<bool>("() => Object.values(localStorage).some(text => text.includes('申请人来电'))")).Should().BeFalse("it was sent");
        Complaints.Should().BeEmpty();

        async Task Ask()
        {
            await Page.ClickAsync(".head details.menu summary");
            await Page.ClickAsync(".head .sheet button:has-text('终止办理')");
        }
    }

    [Fact]
    public async Task leads_back_to_the_place_where_a_list_was_left()
    {
        await SignInTo("/office/figures", "auditor");
        await Page.WaitForFunctionAsync("() => document.getElementById('main')?.scrollHeight > 1600");
        await Page.EvaluateAsync("() => { document.getElementById('main').scrollTop = 420; }");
        await Page.WaitForFunctionAsync("() => history.state?.top === 420");
        await Page.ClickAsync(".rail a[href='office/cases']");
        await Arrive("/office/cases");

        await Page.GoBackAsync();

        await Page.WaitForFunctionAsync("() => document.getElementById('main').scrollTop === 420");
        await Page.WaitForTimeoutAsync(700);
        (await Page.EvaluateAsync<double>("() => document.getElementById('main').scrollTop")).Should().Be(420);
    }

    [Fact]
    public async Task says_to_whom_listens_which_case_it_is_and_leads_back_to_the_list_as_it_was()
    {
        using var clerk = await Host.As("li.na");
        (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "张三" }, form = new { fileNumber = "2026-12" } }, Cancel)).EnsureSuccessStatusCode();
        await SignInTo("/office/cases?sort=Oldest", "auditor");
        await Page.FocusAsync("tbody a[href^='office/cases/']");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForFunctionAsync("() => document.activeElement.tagName === 'H1'");

        await Page.ClickAsync(".head a[href$='/receipt']");
        await Page.ClickAsync("[data-up]");
        await Page.ClickAsync("[data-back]");
        await Arrive("/office/cases[?]sort=Oldest");

        // Who came by a link has no list behind them.
        await Page.GotoAsync(new Uri(Host.Address, (await Page.GetAttributeAsync("tbody a[href^='office/cases/']", "href"))!).ToString());
        await Page.ClickAsync("[data-back]");
        await Arrive("/office/cases");
    }

    [Fact]
    public async Task keeps_an_application_for_each_tab()
    {
        await SignInTo("/office/intake?item=YC-DA-0001", "xu.lei");
        await Page.FillAsync("#name", "第一人");
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync(Page.Url);
        await other.FillAsync("#name", "第二人");
        await Page.FillAsync("#phone", "13800138000");

        await Page.ReloadAsync();
        (await Page.InnerTextAsync(".card [role=status]")).Should().Contain("第一人");
        await other.ReloadAsync();
        (await other.InnerTextAsync(".card [role=status]")).Should().Contain("第二人");
    }
}
