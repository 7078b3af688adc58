using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
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
    [InlineData("head.centre", "Suspend,Extend,Withdrawn,Terminated,RaiseAlert", "Resume,Extend,Withdrawn,Terminated,RaiseAlert", "RaiseAlert")]
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
