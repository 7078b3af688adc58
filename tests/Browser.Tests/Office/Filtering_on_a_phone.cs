using Host.Tests.Api;

namespace Browser.Tests.Office;

public sealed class Filtering_on_a_phone(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    protected override (int Width, int Height) Window => (390, 844);

    [Fact]
    public async Task has_the_first_two_filters_in_sight_and_goes_through_all_in_their_order()
    {
        await SignInTo("/office/cases", "xu.lei");
        await Page.WaitForSelectorAsync("#status");
        (await Page.Locator("#find").IsVisibleAsync()).Should().BeTrue();
        (await Page.Locator("#item").IsVisibleAsync()).Should().BeFalse();

        await Page.FocusAsync("#status");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForSelectorAsync("#item");
        await Page.Keyboard.PressAsync("Tab");

        (await Page.EvaluateAsync<string>("() => document.activeElement.id")).Should().Be("item");
        Complaints.Should().BeEmpty();
    }
}
