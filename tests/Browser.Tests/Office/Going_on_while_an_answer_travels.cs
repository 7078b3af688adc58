using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Office;

/// <summary>The server is slow or not there for a moment: who goes on working meanwhile is left alone.</summary>
public sealed class Going_on_while_an_answer_travels(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Clerk = "zhou.na";
    private TaskCompletionSource answer = new();

    [Fact]
    public async Task takes_the_focus_from_nobody_and_leads_nobody_back()
    {
        await OpenTwo("续写试验");
        await Page.RouteAsync("**/complete", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        var first = await Page.GetAttributeAsync(".item[aria-selected=true]", "id");
        await Page.Keyboard.PressAsync("a");
        await Page.Keyboard.PressAsync("j");
        await Page.WaitForFunctionAsync("first => document.querySelector('.item[aria-selected=true]').id !== first && document.querySelector('.acts .filled:not([disabled])')", first);
        await Page.Keyboard.PressAsync("o");
        await Page.Keyboard.TypeAsync("st");
        answer.SetResult();
        await Page.WaitForSelectorAsync(".toast");
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('#inbox-rows .item').length === 1");
        await Page.WaitForTimeoutAsync(500);

        await Page.Keyboard.TypeAsync("art");

        (await Page.InputValueAsync("#opinion")).Should().Be("start");
        (await Page.Locator(".mud-dialog").CountAsync()).Should().Be(0, "t is a letter here");

        // The answer to the second is under way when its clerk goes elsewhere.
        answer = new();
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("a");
        await Page.Keyboard.PressAsync("g");
        await Page.Keyboard.PressAsync("c");
        await Arrive("/office/cases");
        answer.SetResult();
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('.toast').length > 0");
        await Page.WaitForTimeoutAsync(500);
        new Uri(Page.Url).AbsolutePath.Should().Be("/office/cases");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task covers_no_button_of_the_next_task_on_a_telephone()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await OpenTwo("手机试验");
        await Page.ClickAsync(".acts .filled");
        await Page.WaitForSelectorAsync(".toast");
        await Page.WaitForSelectorAsync(".acts .filled:not([disabled])");

        (await Page.EvaluateAsync<bool>("() => { const [toasts, acts] = ['.toasts', '.acts'].map(one => document.querySelector(one).getBoundingClientRect()); return toasts.bottom <= acts.top; }")).Should().BeTrue();
        await Page.HoverAsync(".toast .bare");
        (await Page.EvaluateAsync<bool>("() => getComputedStyle(document.querySelector('.toast .bare')).color === getComputedStyle(document.querySelector('.toast')).color")).Should().BeTrue("its words are read on the toast's ground, also under the pointer");
        await Page.ClickAsync(".toast .bare");
        await Page.WaitForSelectorAsync(".toast", new() { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task says_that_the_line_is_down_and_opens_the_dialog_once_it_is_there()
    {
        await OpenTwo("断网试验");
        var lost = 0;
        await Page.RouteAsync("**/MudBlazor.min.js*", route => lost++ == 0 ? route.AbortAsync() : route.ContinueAsync());

        await Page.FocusAsync(".filters-kept summary");
        await Page.Keyboard.PressAsync("Enter");
        await Page.FocusAsync(".filters-kept .sheet > button");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForSelectorAsync(".toast.bad");
        await Page.WaitForSelectorAsync("#filter-name");
        lost.Should().BeGreaterThan(1);

        // What opened it is hidden again: the focus comes back to the menu in which it stands.
        await Page.Keyboard.PressAsync("Escape");
        await Page.WaitForSelectorAsync(".mud-dialog", new() { State = WaitForSelectorState.Detached });
        await Page.WaitForFunctionAsync("() => document.activeElement.matches('.filters-kept summary')");

        await Page.Context.SetOfflineAsync(true);
        var said = await Page.EvaluateAsync<JsonElement>("""
            async () => {
              const office = await import("/office.js");
              const input = Object.assign(document.createElement("input"), { type: "file" });
              return [await office.blob("/api/v1/none", "application/pdf"), await office.upload("/api/v1/none", input, {})];
            }
            """);
        await Page.Context.SetOfflineAsync(false);
        said[0].ValueKind.Should().Be(JsonValueKind.Null);
        said[1].GetProperty("text").GetString().Should().Contain("Offline");
    }

    /// <summary>Two cases are taken in, and the first of their tasks is open.</summary>
    private async Task OpenTwo(string applicant)
    {
        using var clerk = await Host.As(Clerk);
        for (var i = 0; i < 2; i++)
        {
            (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-BDC-0004", applicant = new { kind = "Person", name = $"{applicant}{i}" }, form = new { address = "天府大道3号" } }, Cancel)).EnsureSuccessStatusCode();
        }

        await SignInTo($"/office/inbox?tab=claimable&search={applicant}", Clerk);
        await Page.WaitForSelectorAsync("#inbox-rows .item >> nth=1");
        await Page.ClickAsync("#inbox-rows .item");
        await Page.WaitForSelectorAsync(".acts .filled:not([disabled])");
    }
}
