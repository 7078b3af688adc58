using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Contracts;

namespace Approval.Tests.Tasks;

public sealed class Passing_a_task_on(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task to_a_colleague_of_the_same_scope_moves_it_into_their_inbox()
    {
        var task = (await Receive()).OpenTasks[0];

        await Send(new TransferTask(await AccessOf(Clerk), null, task, OtherClerk, null, "please"));

        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().ContainSingle(item => item.TaskId == task);
        (await Send(new ClaimableTasks(await AccessOf(Clerk), null, 10))).Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData("zhou.na")] // a clerk of another department
    [InlineData("zhu.min")] // of the department, but without the role
    [InlineData("auditor")]
    public async Task to_someone_outside_the_case_is_refused(string user)
    {
        var task = (await Receive()).OpenTasks[0];
        var access = await AccessOf(Clerk);

        var act = () => Send(new TransferTask(access, null, task, user, null, null));

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("OutOfScope");
    }

    [Theory]
    [InlineData(TaskPart.Transfer, true, false, false)]
    [InlineData(TaskPart.Advice, true, false, false)]
    [InlineData(TaskPart.Signature, true, true, false)]
    [InlineData(TaskPart.Copy, true, true, true)]
    public async Task offers_the_people_whom_the_act_would_not_refuse(TaskPart part, bool colleague, bool reviewer, bool auditor)
    {
        var task = (await Receive()).OpenTasks[0];

        var people = (await Send(new TaskPeople(await AccessOf(Clerk), task, part))).Select(one => one.UserName).ToList();

        new[] { OtherClerk, "zhu.min", "auditor", "zhou.na", Clerk, "admin" }.Select(people.Contains).Should().Equal(colleague, reviewer, auditor, false, false, false);
    }

    [Fact]
    public async Task offers_the_head_everybody_but_who_has_it_already()
    {
        var task = (await Receive()).OpenTasks[0];
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));

        var people = await Send(new TaskPeople(await AccessOf("head.centre"), task, TaskPart.Transfer));

        people.Select(one => one.UserName).Should().Contain(OtherClerk).And.NotContain(Clerk);
        (await Send(new CaseDetail(await AccessOf("head.centre"), CaseIds.CaseOf(task)))).Acts.Should().Contain("MoveTasks");
        (await Send(new CaseDetail(await AccessOf(OtherClerk), CaseIds.CaseOf(task)))).Acts.Should().NotContain("MoveTasks");
    }

    [Fact]
    public async Task to_a_unit_that_has_no_part_in_the_case_is_refused()
    {
        var task = (await Receive()).OpenTasks[0];
        var access = await AccessOf(Clerk);

        var act = () => Send(new TransferTask(access, null, task, null, "YC-BDC", null));

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Where.Should().Be("toUnit");
    }

    [Fact]
    public async Task to_a_unit_that_is_closed_is_refused()
    {
        var task = (await Receive()).OpenTasks[0];
        var clerk = await AccessOf(Clerk);
        await Send(new AddUnit(Admin, new AddUnitRequest("YC-DA-9", "YC-DA", OrgUnitKind.Department, LocalText.Same("旧档案室"))));
        await Send(new ChangeUnit(Admin, "YC-DA-9", new ChangeUnitRequest(OrgUnitKind.Department, LocalText.Same("旧档案室"), IsActive: false)));

        var act = () => Send(new TransferTask(clerk, null, task, null, "YC-DA-9", null));

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UnitClosed");
    }

    [Fact]
    public async Task tells_who_gets_it_why()
    {
        var task = (await Receive()).OpenTasks[0];
        var clerk = await AccessOf(Clerk);

        await Send(new TransferTask(clerk, null, task, OtherClerk, null, "您熟悉该档案"));
        await Send(new DelegateTask(await AccessOf(OtherClerk), null, task, Clerk, "请先看一下"));

        (await Send(new CaseDetail(clerk, CaseIds.CaseOf(task)))).Course.Select(act => (act.Act, act.TaskId, string.Join(',', act.To), act.Words)).Should().Equal(
            ("TaskTransferred", task, OtherClerk, "您熟悉该档案"), ("TaskDelegated", task, Clerk, "请先看一下"));
    }

    [Fact]
    public async Task of_someone_else_is_refused()
    {
        var task = (await Receive()).OpenTasks[0];
        var access = await AccessOf("zhou.na");

        var act = () => Send(new TransferTask(access, null, task, "wu.qiang", null, null));

        await act.Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task back_puts_it_on_offer_again()
    {
        var task = (await Receive()).OpenTasks[0];
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        (await Send(new ClaimableTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().BeEmpty();

        await Send(new ReleaseTask(await AccessOf(Clerk), null, task));

        (await Send(new ClaimableTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().ContainSingle(item => item.TaskId == task);
    }
}
