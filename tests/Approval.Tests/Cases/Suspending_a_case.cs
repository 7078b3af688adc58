using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Cases;

public sealed class Suspending_a_case(PostgresServer server) : CaseTest(server)
{
    private static readonly SuspendRequest Stop = new("archive flooded", "Article 45", "2026-17", new DateOnly(2026, 3, 4));

    [Fact]
    public async Task stops_its_clock_and_its_tasks_until_it_is_resumed()
    {
        var moved = await Accepted();

        (await Suspend(moved.CaseId)).Status.Should().Be("Suspended");

        (await FluentActions.Awaiting(() => Answer(moved.OpenTasks.Single(), "Verified")).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("CaseSuspended");
        (await Scalar<bool>("select due_at is null from cases where case_id = $1", moved.CaseId)).Should().BeTrue();
        (await Send(new ResumeCase(await AccessOf("supervisor"), null, moved.CaseId, "dry again"))).Status.Should().Be("Open");
        (await Answer(moved.OpenTasks.Single(), "Verified")).OpenTasks.Should().ContainSingle();
    }

    [Fact]
    public async Task is_told_wherever_its_tasks_are_shown_with_cause_basis_document_and_end()
    {
        var moved = await Accepted();
        await Send(new ClaimTask(await AccessOf(Clerk), null, moved.OpenTasks.Single()));

        await Suspend(moved.CaseId);

        (await Send(new MyTasks(await AccessOf(Clerk), null, 10))).Items.Single().IsStopped.Should().BeTrue();
        (await Send(new TaskDetail(await AccessOf(Clerk), moved.OpenTasks.Single()))).Task.IsStopped.Should().BeTrue();
        (await Send(new CaseDetail(await AccessOf(Clerk), moved.CaseId))).Course.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Act = "CaseSuspended", Actor = "head.centre", Words = Stop.Cause, Stop.Basis, Stop.Document, EndsOn = (DateOnly?)Stop.EndsOn, TaskId = (Guid?)null });
        await Send(new ResumeCase(await AccessOf("supervisor"), null, moved.CaseId, "dry again"));
        (await Send(new MyTasks(await AccessOf(Clerk), null, 10))).Items.Single().IsStopped.Should().BeFalse();
    }

    [Fact]
    public async Task is_told_the_applicant_in_writing_with_cause_basis_and_end_as_is_an_extension()
    {
        var moved = await Answer((await Receive(HousingTransfer, "zhou.na")).OpenTasks.Single(), "Accepted", "zhou.na");
        await Send(new ExtendCase(await AccessOf("head.centre"), null, moved.CaseId, 2, "complex"));
        await Suspend(moved.CaseId);

        var view = await Send(new CaseDetail(await AccessOf("zhou.na"), moved.CaseId));
        var progress = (await Send(new FindProgress(view.Case.CaseNo, view.Inquiry!.Code)))!;

        view.ClockNotices.Should().BeEquivalentTo(
            [
                new { Kind = "Extension", Words = "complex", By = "head.centre", Basis = (string?)null, Document = (string?)null, Until = (DateOnly?)null, Days = (int?)2 },
                new { Kind = "Suspension", Words = Stop.Cause, By = "head.centre", Basis = (string?)Stop.Basis, Document = (string?)Stop.Document, Until = (DateOnly?)Stop.EndsOn, Days = (int?)null },
            ],
            order => order.WithStrictOrdering());
        progress.Clocks.Select(clock => (clock.Words, clock.Basis, clock.Until, clock.Days)).Should().Equal(("complex", null, null, 2), (Stop.Cause, Stop.Basis, Stop.EndsOn, null));
        progress.Clocks[1].EndedOn.Should().BeNull();

        await Send(new ResumeCase(await AccessOf("supervisor"), null, moved.CaseId, "dry again"));

        (await Send(new FindProgress(view.Case.CaseNo, view.Inquiry!.Code)))!.Clocks[1].EndedOn.Should().Be(new DateOnly(2026, 3, 2), "nobody is told that it still stands still");
    }

    [Fact]
    public async Task is_weighed_before_it_is_done_and_comes_to_what_was_said()
    {
        var moved = await Answer((await Receive(HousingTransfer, "zhou.na")).OpenTasks.Single(), "Accepted", "zhou.na");
        var head = await AccessOf("head.centre");
        async Task<CaseActPreview> Weigh(string act, int? days = null, DateOnly? until = null) => await Send(new PreviewCaseAct(head, moved.CaseId, new(act, days, until)));
        var before = (await Send(new CaseDetail(head, moved.CaseId))).Case.DueAt!.Value;

        var stopped = await Weigh("Suspend", until: Stop.EndsOn);
        var extended = await Weigh("Extend", days: 2);
        var ended = await Weigh("Terminated");

        (await Scalar<int>("select version from cases where case_id = $1", moved.CaseId)).Should().Be(moved.Version, "weighing changes nothing");
        extended.DueAt.Should().BeAfter(before);
        ended.Ends.Should().ContainSingle();
        await Suspend(moved.CaseId);
        Services.Time.SetUtcNow(stopped.GoesOnAt!.Value.AddHours(1));
        await Services.Get<ApprovalEngine.Approval.Timers.DueSweep>().RunAsync(ApprovalEngine.Approval.Timers.DueKind.Flow, "timers", Cancel);
        var after = (await Send(new CaseDetail(head, moved.CaseId))).Case;
        (after.Status, after.DueAt).Should().Be(("Open", stopped.DueAt), "it went on by itself, and the due moment moved to where it was said to");
        after.DueAt.Should().BeAfter(before);
    }

    [Fact]
    public async Task is_weighed_only_by_those_who_may_do_it()
    {
        var moved = await Accepted();
        var clerk = await AccessOf(Clerk);

        await FluentActions.Awaiting(() => Send(new PreviewCaseAct(clerk, moved.CaseId, new("Extend", 2)))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new PreviewCaseAct(clerk, moved.CaseId, new("Destroy")))).Should().ThrowAsync<RuleBrokenException>();
    }

    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("2099-12-31")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task until_a_day_that_cannot_be_is_refused_before_as_when_it_is_done(string day)
    {
        var moved = await Accepted();
        var (head, until) = (await AccessOf("head.centre"), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        var weighed = (await FluentActions.Awaiting(() => Send(new PreviewCaseAct(head, moved.CaseId, new("Suspend", null, until)))).Should().ThrowAsync<RuleBrokenException>()).Which;
        var done = (await FluentActions.Awaiting(() => Send(new SuspendCase(head, null, moved.CaseId, Stop with { EndsOn = until }))).Should().ThrowAsync<RuleBrokenException>()).Which;

        done.Code.Should().Be(weighed.Code);
        (await Scalar<string>("select status::text from cases where case_id = $1", moved.CaseId)).Should().Be("1");
    }

    [Fact]
    public async Task is_refused_after_the_due_moment_before_as_when_it_is_done()
    {
        var moved = await Accepted();
        Services.Time.Advance(TimeSpan.FromDays(60));
        var head = await AccessOf("head.centre");

        (await FluentActions.Awaiting(() => Send(new PreviewCaseAct(head, moved.CaseId, new("Suspend", null, new DateOnly(2026, 12, 1))))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("SuspensionTooLate");
    }

    [Fact]
    public async Task ends_by_itself_on_its_day()
    {
        var moved = await Accepted();
        await Suspend(moved.CaseId);
        Services.Time.SetUtcNow(new DateTimeOffset(2026, 3, 5, 1, 0, 0, TimeSpan.Zero));

        (await Answer(moved.OpenTasks.Single(), "Verified")).Status.Should().Be("Open");
    }

    [Fact]
    public async Task is_for_the_head_and_supervisors_once_at_a_time()
    {
        var moved = await Accepted();
        await FluentActions.Awaiting(() => Suspend(moved.CaseId, Clerk)).Should().ThrowAsync<ForbiddenException>();
        var head = await AccessOf("head.centre");
        (await FluentActions.Awaiting(() => Send(new ResumeCase(head, null, moved.CaseId, "x"))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("CaseNotSuspended");
        await Suspend(moved.CaseId);

        (await FluentActions.Awaiting(() => Suspend(moved.CaseId)).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("CaseSuspended");
    }

    [Theory]
    [InlineData("head.centre", "Suspend,Extend,Withdrawn,Terminated,MoveTasks,RaiseAlert", "Resume,Extend,Withdrawn,Terminated,MoveTasks,RaiseAlert", "RaiseAlert")]
    [InlineData("supervisor", "Suspend,RaiseAlert", "Resume,RaiseAlert", "RaiseAlert")]
    [InlineData(Clerk, "Withdrawn", "Withdrawn", "")]
    [InlineData("auditor", "", "", "")]
    public async Task is_offered_with_other_acts_to_those_alone_who_would_not_be_refused(string user, string open, string stopped, string ended)
    {
        var moved = await Accepted();
        var access = await AccessOf(user);
        async Task<string> Offered() => string.Join(',', (await Send(new CaseDetail(access, moved.CaseId))).Acts);

        (await Offered()).Should().Be(open);
        await Suspend(moved.CaseId);
        (await Offered()).Should().Be(stopped);
        await Send(new EndCase(await AccessOf("head.centre"), null, moved.CaseId, "Terminated", "entered twice"));
        (await Offered()).Should().Be(ended);
    }

    private async Task<CaseMoved> Suspend(Guid caseId, string user = "head.centre") => await Send(new SuspendCase(await AccessOf(user), null, caseId, Stop));
}
