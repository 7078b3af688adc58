using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Tasks;

public sealed class Being_due_before_acceptance(PostgresServer server) : CaseTest(server)
{
    // Received on Monday 2 March at 9:00; five working days, at the closing moment.
    private static readonly DateTimeOffset Due = new(2026, 3, 9, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task is_the_end_of_the_days_within_which_the_application_is_answered()
    {
        var received = await Receive();

        var listed = (await Seen(received.CaseId)).OpenTasks.Single();
        var shown = (await Send(new TaskDetail(await AccessOf(Clerk), received.OpenTasks.Single()))).Task;

        foreach (var task in new[] { listed, shown })
        {
            (task.DueAt, task.RemainingDays, task.IsStepDue, task.IsPeriodDue).Should().Be((Due, 5, true, true));
        }
    }

    [Fact]
    public async Task is_explained_day_by_day()
    {
        var received = await Receive();
        Services.Time.Advance(TimeSpan.FromDays(2));

        var clock = (await Seen(received.CaseId)).Acceptance!;

        (clock.LimitDays, clock.UsedDays, clock.RemainingDays, clock.DueAt).Should().Be((5, 2, 3, Due));
        clock.Days.Where(day => day.Number > 0).Select(day => day.On.Day).Should().Equal(3, 4, 5, 6, 9);
    }

    [Fact]
    public async Task begins_anew_when_what_was_missing_has_come()
    {
        var received = await Receive();
        var asked = await Answer(received.OpenTasks.Single(), "CorrectionNeeded", opinion: "缺少授权书");
        Services.Time.Advance(TimeSpan.FromDays(2));

        var waiting = await Seen(asked.CaseId);
        await Answer(asked.OpenTasks.Single(), "Supplied");
        var again = await Seen(asked.CaseId);

        waiting.Acceptance.Should().BeNull("the applicant has the time now");
        (again.Acceptance!.LimitDays, again.Acceptance.UsedDays, again.Acceptance.DueAt).Should().Be((5, 0, Due.AddDays(2)));
        again.OpenTasks.Single().DueAt.Should().Be(Due.AddDays(2));
    }

    [Fact]
    public async Task is_reckoned_from_receipt_still_when_a_signer_has_signed()
    {
        var received = await Receive();
        var task = received.OpenTasks.Single();
        await Send(new AddSigner(await AccessOf(Clerk), null, task, "sun.ling", "Before", null));
        await Answer((await Send(new MyTasks(await AccessOf("sun.ling"), null, 10))).Items.Single().TaskId, "Agreed", "sun.ling");
        // A flow may have a step before that of acceptance: received on the Friday before, and the Saturday was worked.
        await Run("update cases set received_at = received_at - interval '3 days' where case_id = $1", received.CaseId);

        var clock = (await Seen(received.CaseId)).Acceptance!;

        (clock.LimitDays, clock.StartedAt).Should().Be((7, Services.Time.GetUtcNow().AddDays(-3)));
    }

    [Fact]
    public async Task ends_with_acceptance()
    {
        var accepted = await Accepted();

        var view = await Seen(accepted.CaseId);

        view.Acceptance.Should().BeNull();
        view.OpenTasks.Should().OnlyContain(task => !task.IsPeriodDue);
    }

    private async Task<CaseView> Seen(Guid caseId) => await Send(new CaseDetail(await AccessOf(Clerk), caseId));
}
