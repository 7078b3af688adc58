using Approval.Tests.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Tasks;

namespace Approval.Tests.Tasks;

public sealed class Dealing_with_several_tasks(PostgresServer server) : CaseTest(server)
{
    private const string Stranger = "zhu.min";
    private string? firstStep;

    [Fact]
    public async Task answers_each_with_the_same_words()
    {
        await Allow();
        var tasks = await Received(3);

        var done = await Complete(tasks, opinion: "papers complete");

        done.Tasks.Select(one => one.TaskId).Should().Equal(tasks);
        done.Tasks.Should().OnlyContain(one => one.Refused == null && one.Moved!.OpenTasks.Count == 1);
        (await Scalar<long>("select count(*) from task_closed where opinion = 'papers complete' and outcome = 'Accepted' and closed_by = $1", Clerk)).Should().Be(3);
        (await Scalar<long>("select count(*) from audit where act = 'TaskCompleted' and payload::jsonb -> 'details' ->> 'together' = '3'")).Should().Be(3, "the trail says that they were answered at once");
    }

    [Fact]
    public async Task tells_which_was_refused_and_does_the_others()
    {
        await Allow();
        var tasks = await Received(3);
        await Answer(tasks[1], "Accepted", OtherClerk);

        var done = await Complete(tasks);

        done.Tasks.Select(one => one.Refused?.Code).Should().Equal(null, "TaskAlreadyAnswered", null);
        (await Scalar<long>("select count(*) from task_closed where closed_by = $1", OtherClerk)).Should().Be(1);
    }

    [Fact]
    public async Task names_the_papers_for_whose_sake_one_was_refused()
    {
        await Allow();
        var (whole, lacking) = (await Receive(), await Receive());
        await Send(new SupplyMaterial(await AccessOf(Clerk), null, lacking.CaseId, new("id", "Missing")));

        var done = await Complete([whole.OpenTasks[0], lacking.OpenTasks[0]]);

        done.Tasks.Select(one => one.Refused?.Code).Should().Equal(null, "MaterialsMissing");
        done.Tasks[1].Refused!.LackingPapers.Should().Equal("id");
    }

    [Fact]
    public async Task answers_none_of_an_item_that_does_not_say_so()
    {
        var tasks = await Received(2);

        var done = await Complete(tasks);

        done.Tasks.Should().OnlyContain(one => one.Moved == null && one.Refused!.Code == "BulkNotAllowed");
        await NothingIsAnswered();
    }

    [Fact]
    public async Task follows_the_version_of_the_item_that_a_case_keeps()
    {
        var before = await Received(1);
        await Allow();
        var after = await Received(1);

        var done = await Complete([.. before, .. after]);

        done.Tasks.Select(one => one.Refused?.Code).Should().Equal("BulkNotAllowed", null);
        var offered = await Send(new ClaimableTasks(await AccessOf(Clerk), null, 10));
        offered.Items.Single(task => task.TaskId == before[0]).AllowsBulkAnswers.Should().BeFalse();
    }

    [Fact]
    public async Task answers_none_of_another_step()
    {
        await Allow();
        var first = await Received(1);
        var further = (await Answer((await Received(1))[0], "Accepted")).OpenTasks;

        var done = await Complete([.. first, .. further]);

        done.Tasks.Select(one => one.Refused?.Code).Should().Equal(null, "TaskOfAnotherStep");
    }

    [Theory]
    [InlineData(Stranger, "TaskNotYours")]
    [InlineData(OtherClerk, "TaskHeldByAnother")]
    public async Task checks_role_scope_and_assignment_of_each(string user, string code)
    {
        await Allow();
        var tasks = await Received(2);
        await Send(new ClaimTasks(await AccessOf(Clerk), null, tasks));

        var answered = await Complete(tasks, user);
        var claimed = await Send(new ClaimTasks(await AccessOf(user), null, tasks));

        answered.Tasks.Concat(claimed.Tasks).Should().OnlyContain(one => one.Moved == null && one.Refused!.Code == code);
        await NothingIsAnswered();
    }

    [Fact]
    public async Task tells_a_stranger_nothing_of_item_or_step()
    {
        var done = await Send(new CompleteTasks(await AccessOf(Stranger), null, new(await Received(1), HousingTransfer, "another", "Accepted")));

        done.Tasks.Should().OnlyContain(one => one.Refused!.Code == "TaskNotYours");
    }

    [Fact]
    public async Task gives_no_answer_that_the_step_does_not_take()
    {
        await Allow();

        var done = await Complete(await Received(2), outcome: "Granted");

        done.Tasks.Should().OnlyContain(one => one.Refused!.Code == "OutcomeUnknown");
        await NothingIsAnswered();
    }

    [Fact]
    public async Task happens_once_under_one_key_task_by_task()
    {
        await Allow();
        var tasks = await Received(2);
        var first = await Complete(tasks[..1], key: "round");

        var second = await Complete(tasks, key: "round");
        var other = await Complete(tasks[1..], key: "round", opinion: "other words");

        second.Tasks[0].Should().BeEquivalentTo(first.Tasks[0], "it was answered before under this key");
        second.Tasks[1].Moved.Should().NotBeNull();
        other.Tasks[0].Refused!.Code.Should().Be("IdempotencyKeyUsed");
        (await Scalar<long>("select count(*) from task_closed")).Should().Be(2);
    }

    [Fact]
    public async Task takes_what_is_on_offer_and_tells_what_another_has()
    {
        var tasks = await Received(3);
        await Send(new ClaimTask(await AccessOf(OtherClerk), null, tasks[2]));
        var access = await AccessOf(Clerk);

        var done = await Send(new ClaimTasks(access, null, tasks));

        done.Tasks.Select(one => one.Refused?.Code).Should().Equal(null, null, "TaskHeldByAnother");
        (await Send(new MyTasks(access, null, 10))).Items.Select(task => task.TaskId).Should().BeEquivalentTo(tasks[..2]);
    }

    [Fact]
    public async Task puts_back_on_offer_what_the_person_has_and_nothing_else()
    {
        var tasks = await Received(3);
        await Send(new ClaimTask(await AccessOf(Clerk), null, tasks[0]));
        await Send(new ClaimTask(await AccessOf(OtherClerk), null, tasks[2]));

        var done = await Send(new ReleaseTasks(await AccessOf(Clerk), null, tasks));

        done.Tasks.Select(one => one.Refused?.Code).Should().Equal(null, "TaskNotClaimed", "TaskHeldByAnother");
        (await Send(new MyTasks(await AccessOf(Clerk), null, 10))).Items.Should().BeEmpty();
        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task deals_once_with_a_task_that_is_named_twice()
    {
        var task = (await Received(1))[0];

        (await Send(new ClaimTasks(await AccessOf(Clerk), null, [task, task]))).Tasks.Should().ContainSingle().Which.Refused.Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ManyDone.Most + 1)]
    public async Task takes_neither_none_nor_too_many(int count)
    {
        var access = await AccessOf(Clerk);
        var tasks = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();

        (await FluentActions.Awaiting(() => Send(new ClaimTasks(access, null, tasks))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("TaskCount");
        (await FluentActions.Awaiting(() => Complete(tasks)).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("TaskCount");
    }

    /// <summary>The item says from now on that several of its tasks may be given one answer.</summary>
    private async Task Allow()
    {
        var item = await Send(new GetItem(Admin, InstantCopy, null));
        item.Content.AllowsBulkAnswers.Should().BeFalse("no item is shipped so");
        (await Send(new PublishItem(Admin, InstantCopy, new(item.Content with { AllowsBulkAnswers = true }, item.CurrentVersion)))).Content.AllowsBulkAnswers.Should().BeTrue();
    }

    /// <summary>Tasks of the first step, in the order of their cases.</summary>
    private async Task<Guid[]> Received(int count)
    {
        var tasks = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            tasks.AddRange((await Receive()).OpenTasks);
        }

        return [.. tasks];
    }

    private async Task<ManyDone> Complete(IReadOnlyList<Guid> tasks, string user = Clerk, string outcome = "Accepted", string? opinion = null, string? key = null) =>
        await Send(new CompleteTasks(await AccessOf(user), key, new(tasks, InstantCopy, await FirstStep(), outcome, opinion)));

    private async Task<string> FirstStep() => firstStep ??= (await Send(new TaskDetail(await AccessOf(Clerk), (await Receive()).OpenTasks[0]))).Task.ActivityId;

    private async Task NothingIsAnswered() => (await Scalar<long>("select count(*) from task_closed")).Should().Be(0);
}
