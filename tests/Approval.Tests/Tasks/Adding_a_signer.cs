using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;

namespace Approval.Tests.Tasks;

public sealed class Adding_a_signer(PostgresServer server) : CaseTest(server)
{
    private const string Signer = "sun.ling";

    [Fact]
    public async Task before_the_answer_keeps_it_waiting_and_the_signer_sees_the_case()
    {
        var task = (await Accepted()).OpenTasks.Single();
        await Add(task, "Before");

        (await FluentActions.Awaiting(() => Answer(task, "Verified")).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("SignerFirst");

        var part = (await Send(new MyTasks(await AccessOf(Signer), null, 10))).Items.Single();
        part.ParentId.Should().Be(task);
        (await Send(new CaseDetail(await AccessOf(Signer), part.CaseId))).SeenBy.Should().Contain(reason => reason.Kind == "Task");
        await Answer(part.TaskId, "Agreed", Signer);
        (await Answer(task, "Verified")).OpenTasks.Should().NotContain(task);
    }

    [Fact]
    public async Task after_the_answer_keeps_who_answered_and_what_they_wrote()
    {
        var task = (await Accepted()).OpenTasks.Single();
        await Add(task, "After");
        await Answer(task, "Verified", opinion: "same person");
        var part = (await Send(new MyTasks(await AccessOf(Signer), null, 10))).Items.Single().TaskId;

        await Answer(part, "Agreed", Signer, opinion: "seen");

        var answered = (await Send(new CaseDetail(await AccessOf(Clerk), CaseIds.CaseOf(task)))).Answered;
        answered.Should().ContainSingle(one => one.TaskId == task && one.Ended.By == Clerk && one.Ended.Outcome == "Verified" && one.Opinion == "same person");
        answered.Should().ContainSingle(one => one.TaskId == part && one.Ended.By == Signer && one.Opinion == "seen");
    }

    [Fact]
    public async Task never_blocks_the_task_once_the_signer_is_removed()
    {
        var task = (await Accepted()).OpenTasks.Single();
        await Add(task, "Before");
        var (colleague, holder) = (await AccessOf(OtherClerk), await AccessOf(Clerk));
        await FluentActions.Awaiting(() => Send(new RemoveSigner(colleague, null, task, Signer))).Should().ThrowAsync<ConflictException>();

        await Send(new RemoveSigner(holder, null, task, Signer));

        (await Send(new MyTasks(await AccessOf(Signer), null, 10))).Items.Should().BeEmpty();
        (await Answer(task, "Verified")).OpenTasks.Should().NotContain(task);
    }

    [Fact]
    public async Task ends_with_its_task_when_the_case_is_returned()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        var material = (await Answer(identity, "Verified")).OpenTasks.Single();
        await Add(material, "Beside");

        await Send(new ReturnTask(await AccessOf(Clerk), null, material, "identity", "look again"));

        (await Send(new MyTasks(await AccessOf(Signer), null, 10))).Items.Should().BeEmpty();
        (await Scalar<long>("select count(*) from task_open where case_id = $1", CaseIds.CaseOf(material))).Should().Be(1);
    }

    [Fact]
    public async Task from_outside_the_case_is_refused()
    {
        var task = (await Accepted()).OpenTasks.Single();

        (await FluentActions.Awaiting(() => Add(task, "Beside", "he.wei")).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("OutOfScope");
        await FluentActions.Awaiting(() => Add(task, "Somewhere")).Should().ThrowAsync<RuleBrokenException>();
    }

    private async Task Add(Guid task, string place, string signer = Signer) => await Send(new AddSigner(await AccessOf(Clerk), null, task, signer, place, null));
}
