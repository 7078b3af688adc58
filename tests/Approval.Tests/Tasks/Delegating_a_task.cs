using Approval.Tests.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;

namespace Approval.Tests.Tasks;

public sealed class Delegating_a_task(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task gets_an_advice_and_comes_back_and_only_its_holder_answers()
    {
        var task = (await Accepted()).OpenTasks.Single();
        await Send(new DelegateTask(await AccessOf(Clerk), null, task, OtherClerk, "please compare the copies"));
        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().ContainSingle(item => item.TaskId == task && item.Owner == Clerk);

        var advised = await Answer(task, "NotVerified", OtherClerk, opinion: "the seal differs");

        advised.Status.Should().Be("Open", "advice decides nothing");
        var view = await Send(new TaskDetail(await AccessOf(Clerk), task));
        view.Task.Assignee.Should().Be(Clerk);
        view.Advice.Should().ContainSingle(advice => advice.By == OtherClerk && advice.Outcome == "NotVerified" && advice.Opinion == "the seal differs");
        (await Answer(task, "Verified")).OpenTasks.Should().NotContain(task);
    }

    [Fact]
    public async Task can_be_taken_back_by_who_delegated_it_and_by_nobody_else()
    {
        var task = (await Accepted()).OpenTasks.Single();
        await Send(new DelegateTask(await AccessOf(Clerk), null, task, OtherClerk, null));
        var (third, owner) = (await AccessOf("zhang.qiang"), await AccessOf(Clerk));

        await FluentActions.Awaiting(() => Send(new RecallTask(third, null, task))).Should().ThrowAsync<ForbiddenException>();
        await Send(new RecallTask(owner, null, task));

        (await FluentActions.Awaiting(() => Answer(task, "Verified", OtherClerk)).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("TaskHeldByAnother");
        (await FluentActions.Awaiting(() => Send(new RecallTask(owner, null, task))).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("TaskNotDelegated");
    }

    [Theory]
    [InlineData("zhou.na", "OutOfScope")] // a clerk of another department
    [InlineData("zhu.min", "OutOfScope")] // of the department, but without the role
    [InlineData("nobody", "PersonUnknown")]
    public async Task to_someone_who_may_not_have_the_case_is_refused(string user, string code)
    {
        var task = (await Accepted()).OpenTasks.Single();
        var access = await AccessOf(Clerk);

        var delegation = () => Send(new DelegateTask(access, null, task, user, null));

        (await delegation.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be(code);
    }
}
