using System.Net.Http.Json;
using Deque.AxeCore.Playwright;
using Host.Tests.Api;

namespace Browser.Tests.Office;

public sealed class Choosing_columns(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    [Fact]
    public async Task is_done_by_the_keyboard_goes_with_the_person_and_leaves_a_phone_as_it_was()
    {
        using var clerk = await Host.As("wang.wei");
        (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "显示项试验", exceptionReason = "no document at hand" }, form = new { fileNumber = "2026-0001" } }, Cancel)).EnsureSuccessStatusCode();
        await SignInTo("/office/inbox?tab=claimable&search=显示项试验", "li.na");
        await Page.WaitForSelectorAsync("#inbox-rows .item");
        var number = Page.Locator("#inbox-rows .item >> nth=0 >> .sub:last-child");
        (await number.IsVisibleAsync()).Should().BeTrue();

        await Page.FocusAsync(".columns summary");
        await Page.Keyboard.PressAsync("Enter");
        foreach (var ticks in new[] { false, false, true, true })
        {
            await Page.Keyboard.PressAsync("Tab");
            if (ticks)
            {
                await Page.Keyboard.PressAsync(" ");
            }
        }

        await Page.WaitForSelectorAsync("#inbox-rows .further");
        (await Page.Locator("#inbox-rows .item.markable .off").First.IsVisibleAsync()).Should().BeFalse();
        (await Page.RunAxe()).Violations.Should().BeEmpty();
        await Page.Keyboard.PressAsync("Escape");
        (await Page.EvaluateAsync<bool>("document.activeElement.matches('.columns:not([open]) summary')")).Should().BeTrue("the menu gives the focus back");

        await Page.ReloadAsync();
        await Page.WaitForSelectorAsync("#inbox-rows .further");
        await Page.SetViewportSizeAsync(390, 844);
        (await Page.Locator("#inbox-rows .off").First.IsVisibleAsync()).Should().BeTrue();
        (await Page.Locator("#inbox-rows .further").First.IsVisibleAsync()).Should().BeFalse();
        (await Page.Locator(".columns summary").IsVisibleAsync()).Should().BeFalse();
        Complaints.Should().BeEmpty();

        // Others look at this person's inbox as it comes.
        using var reviewer = await Host.As("li.na");
        (await reviewer.PutAsJsonAsync("/api/v1/me/preferences/columns", new { value = (string?)null }, Cancel)).EnsureSuccessStatusCode();
    }
}
