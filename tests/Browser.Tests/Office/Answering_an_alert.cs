using System.Net.Http.Json;
using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Contracts.Cases;
using Deque.AxeCore.Playwright;
using Host.Tests.Api;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Browser.Tests.Office;

/// <summary>An irregularity from the card raised by hand, and a deadline from the day that was missed, to the decision on the appeal; each person at their own browser.</summary>
[Collection("The archive")]
public sealed class Answering_an_alert(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    [Fact]
    public async Task goes_from_the_card_to_the_decision_on_the_appeal()
    {
        using var clerk = await Host.As("li.na");
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "申诉试验" }, form = new { fileNumber = "2026-7" } }, Cancel))
            .Content.ReadFromJsonAsync<JsonElement>(Cancel);
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{received.GetProperty("openTasks")[0].GetString()}/claim", new { }, Cancel)).EnsureSuccessStatusCode();

        await SignInTo($"/office/cases/{received.GetProperty("caseId").GetString()}", "supervisor");
        await Page.ClickAsync("button:has-text('发出黄牌')");
        await Say("清单之外收费");
        var address = (await Arrive("/office/alerts[?]alert=[0-9]+")).PathAndQuery;

        await As("li.na", address, "说明", "已退还费用");
        await As("supervisor", address, "维持提醒", "收费属实");
        await As("li.na", address, "申诉", "请复核收费依据");
        await As("chen.na", address, "采纳说明", "依据成立");

        (await Page.InnerTextAsync(".timeline")).Should().ContainAll("已退还费用", "收费属实", "请复核收费依据", "依据成立");
        (await Page.Locator(".acts button").CountAsync()).Should().Be(0);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task goes_from_the_day_that_was_missed_to_the_decision_on_the_appeal()
    {
        var (caseId, caseNo) = await Overdue();
        await using (var scope = Host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DueSweep>().RunAsync(DueKind.Alert, "timers", Cancel);
        }

        await SignInTo("/office/alerts", "li.na");
        await Page.ClickAsync($"li.item:has-text('{caseNo}'):has-text('黄牌')");
        await Page.WaitForSelectorAsync(".strip li.due-day");
        string.Join('\n', (await Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help} {violation.Nodes[0].Html}")).Should().BeEmpty();
        ForgetComplaints();
        var address = new Uri(Page.Url).PathAndQuery;
        await Page.Keyboard.PressAsync("1");
        await Page.WaitForSelectorAsync(".mud-dialog h2:has-text('确认')");
        await Page.PressAsync(".mud-dialog textarea", "Control+Enter");
        await Page.WaitForSelectorAsync(".timeline b:has-text('已确认')");

        await As("li.na", address, "说明", "当日系统停机");
        await As("supervisor", address, "维持提醒", "停机只有一小时");
        await As("li.na", address, "申诉", "请核对停机记录");
        await As("chen.na", address, "采纳说明", "记录属实");

        (await Page.InnerTextAsync(".timeline")).Should().ContainAll("已确认", "当日系统停机", "停机只有一小时", "请核对停机记录", "记录属实");
        (await Page.Locator(".acts button").CountAsync()).Should().Be(0);
        await Page.ClickAsync("a.button:has-text('打开办件')");
        await Arrive($"/office/cases/{caseId}");
        Complaints.Should().BeEmpty();
    }

    /// <summary>A case of an instant item that was accepted two working days ago, and whose next step somebody has had since.</summary>
    private async Task<(Guid CaseId, string CaseNo)> Overdue()
    {
        var calendar = await Host.Services.GetRequiredService<CalendarStore>().Of(1, Cancel);
        var at = calendar.OpensAt(calendar.Add(calendar.LocalDate(DateTimeOffset.UtcNow), -2)).AddHours(1);
        await using var past = Past.At(Host, at);
        await using var scope = past.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var clerk = (await past.GetRequiredService<OrgDirectory>().AccessOf("li.na", Cancel))!;
        return await Past.UntilItStays(at, async () =>
        {
            var received = await mediator.Send(new ReceiveCase(clerk, null, new() { Item = "YC-DA-0001", Applicant = new CaseApplicant("Person", "超期试验"), Form = new() { ["fileNumber"] = "2026-8" } }), Cancel);
            var accepted = await mediator.Send(new CompleteTask(clerk, null, received.OpenTasks.Single(), "Accepted", null, null), Cancel);
            var claimed = await mediator.Send(new ClaimTask(clerk, null, accepted.OpenTasks.Single()), Cancel);
            return ((received.CaseId, received.CaseNo), claimed.At);
        });
    }

    private async Task As(string user, string address, string act, string words)
    {
        await Page.Context.ClearCookiesAsync();
        await SignInTo(address, user);
        await Page.ClickAsync($".acts button:has-text('{act}')");
        await Say(words);
        await Page.WaitForSelectorAsync($".timeline .said:has-text('{words}')");
    }

    /// <summary>Fills in the dialog and sends it by keyboard.</summary>
    private async Task Say(string words)
    {
        await Page.FillAsync(".mud-dialog textarea", words);
        await Page.PressAsync(".mud-dialog textarea", "Control+Enter");
    }
}
