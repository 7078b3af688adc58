using Host.Tests.Api;

namespace Browser.Tests.Office;

[Collection("The archive")]
public sealed class Handing_in_at_the_window(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    [Fact]
    public async Task goes_from_the_item_to_the_issued_document_on_one_screen()
    {
        await SignInTo("/office/intake", "li.na");
        await Page.FillAsync("#item-search", "CXFZ");
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('.options li').length === 1");
        await Page.PressAsync("#item-search", "Enter");
        await Page.FillAsync("#name", "欧阳测试");
        await Page.FillAsync("#number", "510106190308080038");
        await Page.WaitForSelectorAsync("#number-fault .wrong");
        await Page.FillAsync("#number", "51010619030808003X");
        await Page.FillAsync("#form-fileNumber", "2026-0001");
        await Page.PressAsync("#form-fileNumber", "F4");
        await Page.WaitForSelectorAsync("[role=status]:has-text('已收件')");
        while (await Page.Locator("h2 .tag:has-text('准予')").CountAsync() == 0)
        {
            var step = await Page.InnerTextAsync(".card:has(.outcomes) h2");
            await Page.ClickAsync(".outcomes .filled:not([disabled])");
            await Page.WaitForFunctionAsync("last => [...document.querySelectorAll('.card:has(.outcomes) h2')].every(heading => heading.textContent !== last)", step);
        }

        (await Page.Locator(".materials b.num").CountAsync()).Should().BePositive("the document is issued with a code by which it is checked");
        await Page.ClickAsync("a:has-text('受理回执')");
        (await Page.InnerTextAsync(".receipt")).Should().Contain("欧阳测试");
        Complaints.Should().BeEmpty();
    }
}
