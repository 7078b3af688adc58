using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using Host.Tests.Api;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Browser.Tests.Office;

/// <summary>The limit stands still while the applicant brings what is lacking; a case that has waited since before today shows by how much.</summary>
public sealed class Correcting_an_application(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Clerk = "zhou.na";

    [Fact]
    public async Task moves_the_due_date_by_the_days_that_it_took()
    {
        var (moved, before) = await Waiting();
        await SignInTo($"/office/cases/{moved.CaseId}", Clerk);
        await Page.WaitForSelectorAsync(".head .due.stopped");
        (await Page.InnerTextAsync("details:has-text('承诺时限') >> nth=0")).Should().NotContain("到期");

        await Page.GotoAsync(new Uri(Host.Address, $"/office/inbox?tab=claimable&task={moved.OpenTasks.Single()}").ToString());
        await Page.ClickAsync(".outcomes button:has-text('已补正')");
        await Page.WaitForSelectorAsync($".toast:has-text('{moved.CaseNo}')");

        await Page.GotoAsync(new Uri(Host.Address, $"/office/cases/{moved.CaseId}").ToString());
        await Page.WaitForSelectorAsync(".head .due:not(.stopped)");
        await using var scope = Host.Services.CreateAsyncScope();
        var now = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CaseDetail(Access.System(1), moved.CaseId), Cancel)).Case.DueAt!.Value;
        now.Should().BeAfter(before);
        var calendar = await Calendar();
        (await Page.InnerTextAsync("details:has-text('承诺时限') summary >> nth=0")).Should().Contain(calendar.LocalDate(now).ToString("yyyy-MM-dd", null));
        (await Page.Locator("details:has-text('承诺时限') >> nth=0").Locator(".strip li[title*='停表']").CountAsync()).Should().BePositive("the days that do not count are marked");
        Complaints.Should().BeEmpty();
    }

    /// <summary>Taken in, accepted and sent back for correction two working days ago.</summary>
    private async Task<(CaseMoved Waiting, DateTimeOffset DueBefore)> Waiting()
    {
        var calendar = await Calendar();
        var at = calendar.OpensAt(calendar.Add(calendar.LocalDate(DateTimeOffset.UtcNow), -2)).AddHours(1);
        await using var past = Past.At(Host, at);
        await using var scope = past.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var clerk = (await past.GetRequiredService<OrgDirectory>().AccessOf(Clerk, Cancel))!;
        return await Past.UntilItStays(at, async () =>
        {
            var received = await mediator.Send(
                new ReceiveCase(clerk, null, new() { Item = "YC-BDC-0004", Applicant = new CaseApplicant("Person", "补正试验"), Form = new() { ["address"] = "天府大道5号" } }), Cancel);
            var accepted = await mediator.Send(new CompleteTask(clerk, null, received.OpenTasks.Single(), "Accepted", null, null), Cancel);
            var due = (await mediator.Send(new CaseDetail(clerk, received.CaseId), Cancel)).Case.DueAt!.Value;
            var waiting = await mediator.Send(new CompleteTask(Access.System(1), null, accepted.OpenTasks.Single(), "Doubt", "请补交身份证明。", null), Cancel);
            return ((waiting, due), waiting.At);
        });
    }

    private async Task<ApprovalEngine.Workflow.Calendars.WorkingCalendar> Calendar() => await Host.Services.GetRequiredService<CalendarStore>().Of(1, Cancel);
}
