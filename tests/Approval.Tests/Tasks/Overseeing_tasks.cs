using Approval.Tests.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;

namespace Approval.Tests.Tasks;

public sealed class Overseeing_tasks(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task shows_those_of_everybody_in_scope_page_by_page_and_counts_them()
    {
        var held = await Receive();
        var other = await Receive();
        await Receive(HousingTransfer, "zhou.na");
        await Send(new ClaimTask(await AccessOf(Clerk), null, held.OpenTasks[0]));

        var (seen, after) = (new List<TaskListed>(), (string?)null);
        do
        {
            var page = await Send(new UnitTasks(await AccessOf("auditor"), new(), after, 2));
            seen.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        seen.Should().HaveCount(3).And.OnlyHaveUniqueItems(task => task.TaskId);
        seen.Single(task => task.TaskId == held.OpenTasks[0]).Assignee.Should().Be(Clerk);
        seen.Single(task => task.TaskId == other.OpenTasks[0]).Assignee.Should().BeNull();
        (await Send(new WorkLoads(await AccessOf("auditor"), null))).Should().BeEquivalentTo([new WorkLoad(null, 2, 0), new WorkLoad(Clerk, 1, 0)]);
    }

    [Fact]
    public async Task is_narrowed_to_a_unit_a_person_or_what_nobody_has()
    {
        var held = await Receive();
        var other = await Receive();
        var housing = await Receive(HousingTransfer, "zhou.na");
        await Send(new ClaimTask(await AccessOf(Clerk), null, held.OpenTasks[0]));

        (await Tasks(new() { Person = Clerk })).Should().Equal(held.OpenTasks[0]);
        (await Tasks(new() { Person = WorkFilter.Nobody })).Should().BeEquivalentTo([other.OpenTasks[0], housing.OpenTasks[0]]);
        (await Tasks(new() { Unit = "YC-DA" })).Should().BeEquivalentTo([held.OpenTasks[0], other.OpenTasks[0]]);
        (await Tasks(new() { Unit = "YC-DA", Person = WorkFilter.Nobody }, new() { Item = InstantCopy })).Should().Equal(other.OpenTasks[0]);
        (await Send(new WorkLoads(await AccessOf("auditor"), "YC-DA"))).Should().BeEquivalentTo([new WorkLoad(null, 1, 0), new WorkLoad(Clerk, 1, 0)]);
        await FluentActions.Awaiting(() => Tasks(new() { Unit = "NOWHERE" })).Should().ThrowAsync<NotFoundException>();
    }

    [Fact]
    public async Task counts_who_is_overdue_and_puts_them_first()
    {
        var (late, early) = (await Receive(), await Receive());
        await Send(new ClaimTask(await AccessOf(Clerk), null, early.OpenTasks[0]));
        await Send(new ClaimTask(await AccessOf(OtherClerk), null, late.OpenTasks[0]));
        await Run("update task_open set due_at = timestamptz '2020-01-01Z' where case_id = $1", late.CaseId);

        (await Send(new WorkLoads(await AccessOf("auditor"), null))).Should().Equal(new WorkLoad(OtherClerk, 1, 1), new WorkLoad(Clerk, 1, 0));
        (await Tasks(new(), new() { Due = DueBy.Overdue })).Should().Equal(late.OpenTasks[0]);
    }

    [Fact]
    public async Task shows_nothing_beyond_the_scope_and_nothing_to_who_oversees_nobody()
    {
        var seen = await Receive();
        await Receive(HousingTransfer, "zhou.na");
        await Send(new AddPerson(Admin, new AddPersonRequest("boss", "Boss", "a long password", [new GrantView(Role.HeadOfCentre, "YC-DA")])));

        (await Tasks(new(), by: "boss")).Should().Equal(seen.OpenTasks[0]);
        (await Send(new WorkLoads(await AccessOf("boss"), null))).Should().Equal(new WorkLoad(null, 1, 0));
        await FluentActions.Awaiting(() => Tasks(new(), by: Clerk)).Should().ThrowAsync<ForbiddenException>();
        var clerk = await AccessOf(Clerk);
        await FluentActions.Awaiting(() => Send(new WorkLoads(clerk, null))).Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task gives_several_to_one_person_and_tells_which_could_not_be()
    {
        var (free, held, answered) = (await Receive(), await Receive(), await Receive());
        await Send(new ClaimTask(await AccessOf(Clerk), null, held.OpenTasks[0]));
        await Answer(answered.OpenTasks[0], "Accepted");
        await Send(new AddPerson(Admin, new AddPersonRequest("boss", "Boss", "a long password", [new GrantView(Role.HeadOfCentre, "YC-DA")])));

        var done = await Give("boss", OtherClerk, free.OpenTasks[0], held.OpenTasks[0], answered.OpenTasks[0]);

        done.Tasks.Select(one => one.Refused?.Code).Should().Equal(null, null, "TaskAlreadyAnswered");
        (await Tasks(new() { Person = OtherClerk })).Should().BeEquivalentTo([free.OpenTasks[0], held.OpenTasks[0]]);
        (await Scalar<long>("select count(*) from audit where act = 'TaskTransferred' and actor = 'boss' and payload::jsonb -> 'details' ->> 'reason' = 'work is shared'")).Should().Be(2);
    }

    [Fact]
    public async Task gives_them_once_however_often_it_is_asked_and_lets_nobody_give_what_is_not_theirs()
    {
        var received = await Receive();
        await Send(new ClaimTask(await AccessOf(Clerk), null, received.OpenTasks[0]));

        (await Give(OtherClerk, OtherClerk, received.OpenTasks[0])).Tasks.Single().Refused!.Code.Should().Be("TaskHeldByAnother");
        var access = await AccessOf(Clerk);
        var asked = new TransferTasks(access, "once", new([received.OpenTasks[0]], OtherClerk));
        (await Send(asked)).Tasks.Single().Refused.Should().BeNull();
        (await Send(asked)).Tasks.Single().Refused.Should().BeNull("it is the same act");
        (await Send(asked with { Key = "twice" })).Tasks.Single().Refused!.Code.Should().Be("TaskHeldByAnother");
        (await Scalar<long>("select count(*) from audit where act = 'TaskTransferred'")).Should().Be(1);
        await FluentActions.Awaiting(() => Send(new TransferTasks(access, null, new([received.OpenTasks[0]], "")))).Should().ThrowAsync<RuleBrokenException>();
    }

    [Fact]
    public async Task leaves_what_somebody_else_has_by_now()
    {
        var (moved, same) = (await Receive(), await Receive());
        await Send(new ClaimTask(await AccessOf(Clerk), null, moved.OpenTasks[0]));
        Dictionary<Guid, string?> shown = new() { [moved.OpenTasks[0]] = null, [same.OpenTasks[0]] = null };

        var done = await Send(new TransferTasks(await AccessOf("head.centre"), null, new([moved.OpenTasks[0], same.OpenTasks[0]], OtherClerk, null, shown)));

        done.Tasks.Select(one => one.Refused?.Code).Should().Equal("TaskMovedOn", null);
        (await Tasks(new() { Person = Clerk })).Should().Equal(moved.OpenTasks[0]);
    }

    [Fact]
    public async Task lets_no_head_of_another_unit_give_or_release_them()
    {
        var received = await Receive();
        await Send(new ClaimTask(await AccessOf(Clerk), null, received.OpenTasks[0]));
        await Send(new AddPerson(Admin, new AddPersonRequest("boss", "Boss", "a long password", [new GrantView(Role.HeadOfCentre, "YC-BDC")])));

        (await Give("boss", OtherClerk, received.OpenTasks[0])).Tasks.Single().Refused!.Code.Should().Be("TaskNotYours");
        (await Send(new ReleaseTasks(await AccessOf("boss"), null, [received.OpenTasks[0]]))).Tasks.Single().Refused!.Code.Should().Be("TaskNotYours");
        (await Tasks(new() { Person = Clerk })).Should().Equal(received.OpenTasks[0]);
    }

    [Fact]
    public async Task offers_who_could_have_all_of_several_whoever_has_them_now_and_whatever_has_gone()
    {
        var (free, held, answered) = (await Receive(), await Receive(), await Receive());
        var housing = await Receive(HousingTransfer, "zhou.na");
        await Send(new ClaimTask(await AccessOf(OtherClerk), null, held.OpenTasks[0]));
        await Answer(answered.OpenTasks[0], "Accepted");

        (await People("head.centre", answered.OpenTasks[0], held.OpenTasks[0], free.OpenTasks[0])).Should().Contain([Clerk, OtherClerk]).And.NotContain("zhou.na");
        (await People("head.centre", free.OpenTasks[0], housing.OpenTasks[0])).Should().NotContain(Clerk, "tasks of the other unit are not theirs");
        (await People("zhu.min", free.OpenTasks[0])).Should().BeEmpty("of a case that one cannot see nothing is told");
        (await People("head.centre", answered.OpenTasks[0])).Should().BeEmpty();
    }

    private async Task<IEnumerable<string>> People(string by, params Guid[] tasks) => (await Send(new PeopleForTasks(await AccessOf(by), tasks))).Select(person => person.UserName);

    private async Task<IEnumerable<Guid>> Tasks(WorkFilter work, InboxFilter? filter = null, string by = "auditor") =>
        (await Send(new UnitTasks(await AccessOf(by), work, null, 50, filter))).Items.Select(task => task.TaskId);

    private async Task<ManyDone> Give(string by, string to, params Guid[] tasks) => await Send(new TransferTasks(await AccessOf(by), null, new(tasks, to, "work is shared")));
}
