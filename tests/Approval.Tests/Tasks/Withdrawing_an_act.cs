using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;

namespace Approval.Tests.Tasks;

public sealed class Withdrawing_an_act(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task opens_the_task_again_with_its_number_and_closes_what_followed()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        var material = (await Answer(identity, "Verified", opinion: "too fast")).OpenTasks.Single();

        var moved = await Withdraw(identity);

        moved.OpenTasks.Should().Equal(identity);
        (await Scalar<string>("select task_end || ' ' || closed_by from task_closed where case_id = $1 and task_no = $2", moved.CaseId, CaseIds.NumberOf(material))).Should().Be("3 wang.wei");
        (await Answer(identity, "NotVerified", opinion: "now rightly")).Status.Should().Be("Closed");
        (await Scalar<long>("select count(*) from task_closed where case_id = $1 and task_no = $2", moved.CaseId, CaseIds.NumberOf(identity))).Should().Be(2, "what was written first stays as history");
    }

    [Fact]
    public async Task is_seen_in_the_course_and_so_is_what_it_took_back()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        await Answer(identity, "Verified", opinion: "too fast");
        await Withdraw(identity);

        var before = await Send(new CaseDetail(await AccessOf(Clerk), CaseIds.CaseOf(identity)));
        await Answer(identity, "Verified", opinion: "now rightly");
        var after = await Send(new CaseDetail(await AccessOf(Clerk), CaseIds.CaseOf(identity)));

        before.Answered.Select(one => (one.Ended.Outcome, one.IsTakenBack)).Should().StartWith([("Accepted", false), ("Verified", true)]);
        before.Course.Should().ContainSingle(act => act.Act == "ActWithdrawn" && act.TaskId == identity && act.Words == "my mistake");
        after.Answered.Where(one => one.TaskId == identity).Select(one => (one.Opinion, one.IsTakenBack)).Should().Equal(("too fast", true), ("now rightly", false));
    }

    [Fact]
    public async Task restores_the_state_exactly_but_for_the_numbers()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        var before = await Scalar<string>("select (state::jsonb - 'ct')::text from cases where case_id = $1", CaseIds.CaseOf(identity));
        var timers = await Scalar<string>("select coalesce(string_agg(key || due_at, ' ' order by key), '') from timer where kind = 0 and case_id = $1", CaseIds.CaseOf(identity));
        await Answer(identity, "Verified");

        await Withdraw(identity);

        var after = await Scalar<string>("select (state::jsonb - 'ct')::text from cases where case_id = $1", CaseIds.CaseOf(identity));
        after.Should().Be(before);
        (await Scalar<string>("select coalesce(string_agg(key || due_at, ' ' order by key), '') from timer where kind = 0 and case_id = $1", CaseIds.CaseOf(identity))).Should().Be(timers);
    }

    [Fact]
    public async Task is_refused_once_another_has_begun_with_what_followed()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        var material = (await Answer(identity, "Verified")).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(OtherClerk), null, material));

        (await FluentActions.Awaiting(() => Withdraw(identity)).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("NextHasBegun");
    }

    [Fact]
    public async Task leaves_what_was_said_and_can_go_on_to_the_act_before()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        var material = (await Answer(identity, "Verified")).OpenTasks.Single();
        await Send(new TransferTask(await AccessOf(Clerk), null, material, OtherClerk, null, null));
        await Send(new CommentCase(await AccessOf(OtherClerk), null, CaseIds.CaseOf(identity), "why me?"));

        await Withdraw(material);
        var moved = await Withdraw(identity);

        moved.OpenTasks.Should().Equal(identity);
        (await Scalar<long>("select count(*) from case_note where case_id = $1", moved.CaseId)).Should().Be(1);
    }

    [Fact]
    public async Task of_somebody_else_is_refused_and_so_is_a_second_time()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        await Answer(identity, "Verified");

        await FluentActions.Awaiting(() => Withdraw(identity, OtherClerk)).Should().ThrowAsync<ForbiddenException>();
        await Withdraw(identity);
        await FluentActions.Awaiting(() => Withdraw(identity)).Should().ThrowAsync<ConflictException>();
    }

    [Fact]
    public async Task of_the_acceptance_or_the_decision_is_refused()
    {
        var accept = (await Receive()).OpenTasks.Single();
        var identity = (await Answer(accept, "Accepted")).OpenTasks.Single();
        (await FluentActions.Awaiting(() => Withdraw(accept)).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("WithdrawalNotPossible");

        await Answer(identity, "NotVerified", opinion: "the seal differs");
        (await FluentActions.Awaiting(() => Withdraw(identity)).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("CaseEnded");
    }

    [Fact]
    public async Task is_refused_when_the_trail_does_not_lead_to_the_stored_state()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        await Answer(identity, "Verified");
        await Run("update audit set payload = replace(payload, 'Verified', 'NotVerified') where case_id = $1 and act = 'TaskCompleted'", CaseIds.CaseOf(identity));

        (await FluentActions.Awaiting(() => Withdraw(identity)).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("TrailNotReplayable");
    }

    private async Task<ApprovalEngine.Contracts.Cases.CaseMoved> Withdraw(Guid task, string user = Clerk) => await Send(new WithdrawAct(await AccessOf(user), null, task, "my mistake"));
}
