using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Office;

/// <summary>The head watches the day: what happens shows by itself, and on the big screen nothing else does.</summary>
public sealed class Watching_the_board(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Overflows = "() => { const page = document.querySelector('.content'); return page.scrollHeight > page.clientHeight || page.scrollWidth > page.clientWidth; }";

    private const string Narrow = "() => document.querySelector('.rail')?.offsetWidth === 56";

    protected override (int Width, int Height) Window => (1920, 1080);

    [Fact]
    public async Task shows_an_acceptance_by_itself_fills_the_big_screen_and_is_left_by_escape()
    {
        await SignInTo("/office/board", "head.centre");
        await Page.ClickAsync("a:has-text('大屏')");
        await Page.WaitForSelectorAsync(".clock");
        await Page.WaitForSelectorAsync(".feed");
        (await Page.Locator(".topbar, .rail").EvaluateAllAsync<bool>("parts => parts.every(part => getComputedStyle(part).display === 'none')")).Should().BeTrue();
        (await Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).colorScheme")).Should().Be("dark");

        var caseNo = await Accepted();

        await Page.WaitForSelectorAsync($".feed li:has-text('{caseNo}')");
        (await Page.EvaluateAsync<bool>(Overflows)).Should().BeFalse("all of it fits the screen");
        Complaints.Should().BeEmpty();
        (await Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help} {violation.Nodes[0].Html}").Should().BeEmpty();

        await Page.Keyboard.PressAsync("Escape");
        await Page.WaitForSelectorAsync(".rail a");
        Page.Url.Should().EndWith("/office/board");
    }

    [Fact]
    public async Task has_more_room_once_the_navigation_is_folded_and_keeps_it_so()
    {
        await SignInTo("/office/board", "head.centre");
        await Page.WaitForSelectorAsync(".feed");

        await Page.ClickAsync(".rail .fold");

        await Page.WaitForFunctionAsync(Narrow);
        (await Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "超期报表" }).GetAttributeAsync("title")).Should().Be("超期报表", "the drawing has its name for whoever hears or points");
        (await Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help} {violation.Nodes[0].Html}").Should().BeEmpty();
        await Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Page.WaitForFunctionAsync(Narrow);
        await Page.ClickAsync(".rail .fold");
        await Page.WaitForFunctionAsync(Narrow.Replace("=== 56", "=== 200", StringComparison.Ordinal));
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task asks_for_nothing_while_nobody_looks_and_shows_all_of_it_then()
    {
        await SignInTo("/office/board", "head.centre");
        await Page.WaitForSelectorAsync(".feed");
        await Hidden(true);

        var caseNo = await Accepted();

        await Page.WaitForTimeoutAsync(3000);
        (await Page.Locator($".feed li:has-text('{caseNo}')").CountAsync()).Should().Be(0);
        await Hidden(false);
        await Page.WaitForSelectorAsync($".feed li:has-text('{caseNo}')");
        Complaints.Should().BeEmpty();

        Task Hidden(bool isHidden) => Page.EvaluateAsync("hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", isHidden);
    }

    [Fact]
    public async Task shows_in_turn_what_does_not_fit_the_big_screen()
    {
        await Accepted();
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await SignInTo("/office/board?screen=1", "head.centre");
        await Page.WaitForSelectorAsync(".feed li");

        var places = await Page.EvaluateAsync<int[]>("""
            async () => {
                const list = document.querySelector(".feed ol"), { turn } = await import("/office.js"), places = [];
                for (let more = 0; more < 60; more++) list.append(list.querySelector("li").cloneNode(true));
                do { turn(".feed ol"); places.push(Math.round(list.scrollLeft)); } while (list.scrollLeft > 0 && places.length < 60);
                return places;
            }
            """);

        places.Should().HaveCountGreaterThan(2).And.OnlyHaveUniqueItems();
        places[..^1].Should().BeInAscendingOrder();
        places[^1].Should().Be(0, "after the last column the first one comes again");
    }

    private async Task<string> Accepted()
    {
        using var clerk = await Host.As("li.na");
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "大屏试验" }, form = new { fileNumber = "2026-11" } }, Cancel))
            .EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{received.GetProperty("openTasks")[0].GetString()}/complete", new { outcome = "Accepted" }, Cancel)).EnsureSuccessStatusCode();
        return received.GetProperty("caseNo").GetString()!;
    }
}
