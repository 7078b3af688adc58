using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ApprovalEngine.Contracts.Accounts;
using Host.Tests.Api;

namespace Browser.Tests.Office;

/// <summary>Somebody comes, works, and goes; the work stays.</summary>
[Collection("The archive")]
public sealed class Keeping_the_people(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Newcomer = "xin.ren";

    [Fact]
    public async Task adds_somebody_who_works_and_hands_their_work_over_when_they_go()
    {
        await SignInTo("/office/admin/people/new?unit=YC-DA");
        await Page.FillAsync("#new-user", Newcomer);
        await Page.FillAsync("#display-name", "新人");
        await Page.FillAsync("#first-password", RunningHost.Password);
        await Page.SelectOptionAsync(".scope select >> nth=0", "WindowClerk");
        await Page.PressAsync("#display-name", "Enter");
        await Arrive($"/office/admin/people/{Newcomer}");

        await TakeATask();

        await Page.ClickAsync("header button.danger");
        await Page.WaitForSelectorAsync(".mud-dialog .banner:has-text('手中任务 1 个')");
        await Page.CheckAsync(".mud-dialog input[type=radio] >> nth=1");
        await Page.FillAsync("#leave-reason", "调离");
        await Page.ClickAsync(".mud-dialog button:has-text('停用并移交 1 个任务')");
        await Page.WaitForSelectorAsync(".page header .tag.bad");

        using var nobody = Host.Anonymous();
        (await nobody.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest(Newcomer, RunningHost.Password), Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        Complaints.Should().BeEmpty();
    }

    /// <summary>The newcomer signs in, which shows that the account works, receives a case and claims its first task.</summary>
    private async Task TakeATask()
    {
        using var clerk = await Host.As(Newcomer);
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "移交试验" }, form = new { fileNumber = "2026-9" } }, Cancel))
            .EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{received.GetProperty("openTasks")[0].GetString()}/claim", new { }, Cancel)).EnsureSuccessStatusCode();
    }
}
