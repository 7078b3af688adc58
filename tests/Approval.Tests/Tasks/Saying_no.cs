using Approval.Tests.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;

namespace Approval.Tests.Tasks;

/// <summary>An application that is rejected without reasons is an irregularity (domain.md, "Supervision levels"): the office does not let it come about.</summary>
public sealed class Saying_no(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task is_refused_without_a_reason_and_changes_nothing()
    {
        var accepted = await Accepted();
        var identity = accepted.OpenTasks.Single();

        var refused = (await FluentActions.Awaiting(() => Answer(identity, "NotVerified", opinion: " ")).Should().ThrowAsync<RuleBrokenException>()).Which;

        (refused.Code, refused.Faults.Single().Where).Should().Be(("AnswerNeedsReason", "opinion"));
        (await Scalar<int>("select version from cases where case_id = $1", accepted.CaseId)).Should().Be(accepted.Version);
        (await Answer(identity, "NotVerified", opinion: "the seal differs")).Status.Should().Be("Closed");
    }

    [Fact]
    public async Task is_told_to_need_one_whatever_the_flow_calls_it()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        (await Needs(identity)).Should().Equal(("Verified", false), ("NotVerified", true));
        var material = (await Answer(identity, "Verified")).OpenTasks.Single();

        (await Needs(material)).Should().Equal(("Complete", false), ("Missing", true));

        (await FluentActions.Awaiting(() => Answer(material, "Missing")).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("AnswerNeedsReason");
    }

    [Fact]
    public async Task needs_one_behind_a_signer_too()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        await Send(new AddSigner(await AccessOf(Clerk), null, identity, "sun.ling", "After", null));

        (await FluentActions.Awaiting(() => Answer(identity, "NotVerified")).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("AnswerNeedsReason");

        await Answer(identity, "NotVerified", opinion: "the seal differs");
    }

    private async Task<IEnumerable<(string, bool)>> Needs(Guid task) =>
        (await Send(new TaskDetail(await AccessOf(Clerk), task))).Outcomes.Select(one => (one.Outcome, one.NeedsReason));
}
