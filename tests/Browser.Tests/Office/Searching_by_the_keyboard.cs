using Host.Tests.Api;

namespace Browser.Tests.Office;

public sealed class Searching_by_the_keyboard(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    protected override (int Width, int Height) Window => (1000, 480);

    [Fact]
    public async Task keeps_what_is_chosen_in_sight_and_takes_no_enter_that_ends_a_character()
    {
        await SignInTo("/office/admin/jobs");
        await Page.WaitForSelectorAsync("h1");
        await Page.Keyboard.PressAsync("/");
        await Page.WaitForSelectorAsync("#palette-found [role=option]");
        var last = await Page.Locator("#palette-found [role=option]").CountAsync() - 1;
        last.Should().BeGreaterThan(6, "they must not all be seen at once");
        for (var i = 0; i < last; i++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        await Page.WaitForFunctionAsync("""
            last => {
              const [row, list] = [document.querySelector(`#palette-${last}[aria-selected=true]`), document.querySelector("#palette-found")].map(one => one?.getBoundingClientRect());
              return row && row.bottom <= list.bottom + 1 && document.activeElement.id === "palette-box";
            }
            """, last);

        // So Safari says it: no composing any more, but the key is still 229.
        await Page.EvaluateAsync("() => document.querySelector('#palette-box').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))");
        await Page.WaitForTimeoutAsync(300);
        (await Page.Locator("#palette-box").IsVisibleAsync()).Should().BeTrue();
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForSelectorAsync("#palette-box", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Complaints.Should().BeEmpty();
    }
}
