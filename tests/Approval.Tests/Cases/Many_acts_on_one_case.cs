using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Tasks;

namespace Approval.Tests.Cases;

public sealed class Many_acts_on_one_case(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task all_happen_one_after_the_other()
    {
        var moved = await Receive();
        var access = await AccessOf(Clerk);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Send(new CommentCase(access, null, moved.CaseId, $"note {i}"))));

        (await Scalar<int>("select version from cases where case_id = $1", moved.CaseId)).Should().Be(7);
        (await Scalar<long>("select count(*) from case_note where case_id = $1", moved.CaseId)).Should().Be(6);
        (await Services.Get<AuditVerifier>().VerifyAsync(null, null, Cancel)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task one_of_two_answers_wins_and_the_other_hears_what_happened()
    {
        var task = (await Receive()).OpenTasks[0];

        var answers = await Task.WhenAll(Try(task, "Accepted", Clerk), Try(task, "NotAccepted", OtherClerk));

        answers.Count(answer => answer is null).Should().Be(1);
        var lost = answers.OfType<ConflictException>().Should().ContainSingle().Subject;
        lost.Code.Should().Be("TaskAlreadyAnswered");
        var happened = lost.Happened.Should().BeOfType<TaskEnded>().Subject;
        happened.By.Should().Be(answers[0] is null ? Clerk : OtherClerk);
        happened.Outcome.Should().Be(answers[0] is null ? "Accepted" : "NotAccepted");
        (await Scalar<long>("select count(*) from task_closed where case_id = $1", CaseIds.CaseOf(task))).Should().Be(1);
    }

    [Fact]
    public async Task one_of_two_claims_wins()
    {
        var task = (await Receive()).OpenTasks[0];
        var clerks = new[] { await AccessOf(Clerk), await AccessOf(OtherClerk) };

        var claims = await Task.WhenAll(clerks.Select(async clerk =>
        {
            try
            {
                await Send(new ClaimTask(clerk, null, task));
                return null;
            }
            catch (ConflictException conflict)
            {
                return conflict;
            }
        }));

        claims.Should().ContainSingle(claim => claim != null).Which!.Code.Should().Be("TaskHeldByAnother");
    }

    [Fact]
    public async Task an_answer_from_a_page_opened_before_the_task_was_taken_away_is_refused()
    {
        var task = (await Receive()).OpenTasks[0];
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        await Send(new TransferTask(await AccessOf(Clerk), null, task, OtherClerk, null, "I am on leave"));

        var late = () => Answer(task, "Accepted");

        (await late.Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("TaskHeldByAnother");
    }

    private async Task<Exception?> Try(Guid task, string outcome, string user)
    {
        try
        {
            await Answer(task, outcome, user, opinion: "不属于本中心受理范围。");
            return null;
        }
        catch (ConflictException conflict)
        {
            return conflict;
        }
    }
}
