using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Closing_a_case
{
    private static readonly FlowText Flow = FlowText.Accepted()
        .Step("fork", "Elsa.FlowFork", new { branches = new[] { "a", "b" } })
        .Step("one", "Approval.ReviewTask", new { outcomes = new[] { "Close" } })
        .Step("other", "Approval.ReviewTask", new { stepLimitDays = 1, outcomes = new[] { "Done" } })
        .Step("close", "Approval.CloseCase", new { decision = "Granted" })
        .Step("issue", "Approval.IssueDocument", new { title = "Licence", template = "=`for ${getInput('form').name}`" })
        .Step("second", "Approval.IssueDocument", new { title = "Annex", template = "annex" })
        .Step("deliver", "Approval.ReviewTask", new { outcomes = new[] { "Delivered" } })
        .Link("clock", "Done", "fork").Link("fork", "a", "one").Link("fork", "b", "other").Link("one", "Close", "close")
        .Link("close", "Done", "issue").Link("issue", "Done", "second").Link("second", "Done", "deliver");

    private static LiveCase Closed() => new LiveCase(Flow) { Form = new JsonObject { ["name"] = "王" } }
        .Answer("accept", "Accepted", "2025-03-10 10:00", "clerk").Answer("one", "Close", "2025-03-11 10:00");

    [Fact]
    public void cancels_all_else_and_goes_on_to_delivery()
    {
        var live = Closed();

        live.State.Decision.Should().Be(Decision.Granted);
        live.State.Tasks.Select(task => task.ActivityId).Should().Equal("deliver");
        live.Effects.OfType<Effect.TaskClosed>().Single(closed => closed.Task.ActivityId == "other").End.Should().Be(TaskEnd.Cancelled);
        live.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void leaves_no_way_back_to_before_it()
    {
        var live = Closed();

        var act = () => live.Act("2025-03-12 10:00", "wang", new Stimulus.ReturnTo("one"));

        act.Should().Throw<ActRefusedException>().Which.Code.Should().Be("ReturnNotPossible");
    }

    [Fact]
    public void issues_numbered_documents_that_can_be_verified()
    {
        var issued = Closed().Effects.OfType<Effect.DocumentIssued>().ToList();

        issued.Select(document => (document.Number, document.Text)).Should().Equal(("C-1-A", "for 王"), ("C-1-B", "annex"));
        issued.Select(document => document.VerificationCode).Should().OnlyHaveUniqueItems().And.OnlyContain(code => code.Length == 12);
    }

    [Fact]
    public void by_the_applicants_withdrawal_ends_everything()
    {
        var live = new LiveCase(Flow).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk")
            .Act("2025-03-11 10:00", "clerk", new Stimulus.EndCase(Decision.Withdrawn, "taken back"));

        live.State.Decision.Should().Be(Decision.Withdrawn);
        live.State.Status.Should().Be(FlowStatus.Finished);
        live.State.Tasks.Should().BeEmpty();
        live.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void by_hand_cannot_be_a_decision_on_the_matter()
    {
        var act = () => new LiveCase(Flow).Act("2025-03-11 10:00", "clerk", new Stimulus.EndCase(Decision.Granted, "because"));

        act.Should().Throw<ActRefusedException>().Which.Code.Should().Be("DecisionNotPossible");
    }
}
