using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;

namespace Browser.Tests.Office;

/// <summary>A filter under a name, a phrase of one's own, and several tasks with one answer: all by the keyboard.</summary>
[Collection("The archive")]
public sealed class Dealing_with_several_tasks(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Item = "BROWSER-BULK";
    private const string Clerk = "bulk.clerk";
    private const string Phrase = "批量核对无误。";

    [Fact]
    public async Task marks_them_answers_them_with_a_phrase_and_tells_which_were_not()
    {
        await Prepare();
        using var clerk = await Host.As(Clerk);
        for (var i = 0; i < 4; i++)
        {
            (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = Item, applicant = new { kind = "Person", name = $"批量{i}" }, form = new { fileNumber = "2026-0001" } }, Cancel)).EnsureSuccessStatusCode();
        }

        await SignInTo($"/office/inbox?tab=claimable&item={Item}", Clerk);
        await Page.WaitForSelectorAsync("#inbox-rows .item >> nth=3");

        // The filter of the address under a name.
        await Page.FocusAsync(".filter-bar summary");
        await Page.Keyboard.PressAsync("Enter");
        await Page.FocusAsync(".filter-bar .sheet > button");
        await Page.Keyboard.PressAsync("Enter");
        await Page.FillAsync("#filter-name", "批量件");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForSelectorAsync(".filter-bar summary:has-text('批量件')");
        await Page.EvaluateAsync("document.activeElement.blur()");

        // A phrase of one's own, put first.
        await Page.Keyboard.PressAsync("j");
        await Page.FocusAsync(".phrases > button.bare");
        await Page.Keyboard.PressAsync("Enter");
        await Page.FillAsync(".phrase-lines li:first-child input", Phrase);
        await Page.Keyboard.PressAsync("Control+Enter");
        await Page.WaitForSelectorAsync($".phrases > button:has-text('{Phrase}')");

        // Three are marked, by X and by the space bar; a colleague is faster with one of them.
        await Page.EvaluateAsync("document.activeElement.blur()");
        await Page.Keyboard.PressAsync("x");
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync(" ");
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("x");
        await Page.WaitForFunctionAsync("document.querySelectorAll('.item[aria-checked=true]').length === 3");
        var marked = await Page.EvalOnSelectorAllAsync<string[]>(".item[aria-checked=true]", "rows => rows.map(row => row.id.substring(4))");
        await Page.RouteAsync("**/api/v1/tasks/complete", async route =>
        {
            using var colleague = await Host.As("li.na");
            (await colleague.PostAsJsonAsync($"/api/v1/tasks/{marked[1]}/claim", new { }, Cancel)).EnsureSuccessStatusCode();
            await route.ContinueAsync();
        });

        await Page.Keyboard.PressAsync("a");
        await Page.WaitForSelectorAsync(".mud-dialog input[type=radio][value=Accepted]:checked");
        await Page.WaitForFunctionAsync("document.activeElement.type === 'radio'");
        await Page.Keyboard.PressAsync("1");
        await Page.WaitForFunctionAsync("words => document.querySelector('#bulk-opinion').value === words", Phrase);
        await Page.Keyboard.PressAsync("Control+Enter");

        await Page.WaitForSelectorAsync(".bulk-result li:has-text('批量') .tag.bad");
        (await Page.Locator(".bulk-result .tag.good").CountAsync()).Should().Be(2);
        (await Page.InnerTextAsync(".bulk-result b")).Should().ContainAll("2", "1");
        var done = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/tasks/done?take=10", Cancel)).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("taskId").GetString()!.Replace("-", "", StringComparison.Ordinal));
        done.Should().BeEquivalentTo([marked[0], marked[2]]);
        Complaints.Should().BeEmpty();
    }

    private async Task Prepare()
    {
        await Host.AddItem(Item, allowsBulkAnswers: true);
        using var admin = await Host.As("admin");
        var person = new { userName = Clerk, displayName = "批量员", password = RunningHost.Password, grants = new[] { new { role = "WindowClerk", unit = "YC-DA" } } };
        (await admin.PostAsJsonAsync("/api/v1/organisation/people", person, Cancel)).EnsureSuccessStatusCode();
    }
}
