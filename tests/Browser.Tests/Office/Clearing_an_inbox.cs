using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;

namespace Browser.Tests.Office;

[Collection("The archive")]
public sealed class Clearing_an_inbox(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Clerk = "zhang.qiang";
    private const int Routine = 20;

    [Fact]
    public async Task of_twenty_routine_tasks_needs_the_keyboard_alone()
    {
        using var clerk = await Host.As(Clerk);
        for (var i = 0; i < Routine; i++)
        {
            var received = await clerk.PostAsJsonAsync(
                "/api/v1/cases",
                new { item = "YC-DA-0001", applicant = new { kind = "Person", name = $"申请人{i}" }, form = new { fileNumber = $"2026-{i:0000}" }, materials = new[] { new { code = "id", state = "Supplied" } } },
                Cancel);
            received.EnsureSuccessStatusCode();
        }

        var before = await Done(clerk);
        await SignInTo("/office/inbox?tab=claimable", Clerk);
        await Page.WaitForSelectorAsync("#inbox-rows .item");
        await Page.Keyboard.PressAsync("j");
        for (var i = 1; i <= Routine; i++)
        {
            await Page.WaitForSelectorAsync(".acts .filled:not([disabled])");
            var answered = await Page.GetAttributeAsync(".item[aria-selected=true]", "id");
            await Page.Keyboard.PressAsync("a");
            await Page.WaitForFunctionAsync("last => !document.getElementById(last) && document.querySelector('.item[aria-selected=true]')", answered);
        }

        (await Done(clerk)).Should().Be(before + Routine);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task takes_an_answer_back_with_one_key()
    {
        using var clerk = await Host.As(Clerk);
        var received = await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "撤回试验" }, form = new { fileNumber = "2026-9999" } }, Cancel);
        var acceptance = (await received.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("openTasks")[0].GetGuid();
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{acceptance}/complete", new { outcome = "Accepted" }, Cancel)).EnsureSuccessStatusCode();
        await SignInTo("/office/inbox?tab=claimable", Clerk);
        await Page.ClickAsync("#inbox-rows .item:has-text('撤回试验')");
        await Page.WaitForSelectorAsync(".acts .filled:not([disabled])");
        var before = await Done(clerk);
        await Page.Keyboard.PressAsync("a");
        await Page.WaitForSelectorAsync(".toast button");
        (await Done(clerk)).Should().Be(before + 1);

        await Page.Keyboard.PressAsync("z");

        await Page.WaitForSelectorAsync(".toast:has-text('已撤回')");
        (await Done(clerk)).Should().Be(before);
    }

    [Fact]
    public async Task answers_one_task_only_while_the_key_is_held()
    {
        using var clerk = await Host.As(Clerk);
        for (var i = 0; i < 2; i++)
        {
            var received = await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = $"按住试验{i}" }, form = new { fileNumber = $"2026-777{i}" }, materials = new[] { new { code = "id", state = "Supplied" } } }, Cancel);
            received.EnsureSuccessStatusCode();
        }

        await SignInTo("/office/inbox?tab=claimable&search=按住试验", Clerk);
        await Page.ClickAsync("#inbox-rows .item");
        await Page.WaitForSelectorAsync(".acts .filled:not([disabled])");
        var (before, answered) = (await Done(clerk), await Page.GetAttributeAsync(".item[aria-selected=true]", "id"));
        await Page.FocusAsync("#opinion");
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.DownAsync("a");

        // The next task is there, and the next key is the list's.
        await Page.WaitForFunctionAsync("last => !document.getElementById(last) && document.activeElement.id === 'inbox-rows' && document.querySelector('.acts .filled:not([disabled])')", answered);
        for (var i = 0; i < 5; i++)
        {
            await Page.Keyboard.DownAsync("a");
        }

        await Page.Keyboard.UpAsync("a");
        await Page.WaitForTimeoutAsync(500);
        (await Done(clerk)).Should().Be(before + 1);
        Complaints.Should().BeEmpty();
    }

    private static async Task<int> Done(HttpClient clerk) => (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/tasks/counts", Cancel)).GetProperty("done").GetInt32();
}
