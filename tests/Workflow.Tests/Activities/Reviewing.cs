using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Reviewing
{
    private static readonly FlowText Flow = FlowText.Accepted()
        .Variable("risk", "String")
        .Step("review", "Approval.ReviewTask", new { unit = "U1", post = "reviewer", stepLimitDays = 2, outcomes = new[] { "Approved", "Rework" } })
        .Step("late", "Elsa.WriteLine", new { text = "step late" })
        .Step("decide", "Approval.ReviewTask", new { personOfStep = "review", outcomes = new[] { "Yes" } })
        .Step("final", "Approval.ReviewTask", new { fourEyes = true, barredSteps = new[] { "decide" }, outcomes = new[] { "Done" } })
        .Step("close", "Approval.CloseCase", new { decision = "=getVariable('risk') === 'high' ? 'Refused' : 'Granted'" })
        .Link("clock", "Done", "review").Link("review", "Approved", "decide").Link("review", "Overdue", "late")
        .Link("decide", "Yes", "final").Link("final", "Done", "close").Back("review", "Rework", "review");

    private static LiveCase Accepted() => new LiveCase(Flow).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

    [Fact]
    public void is_offered_to_unit_role_and_post_as_the_designer_says() =>
        Accepted().Task("review").Offer.Should().Be(new TaskOffer("U1", "Reviewer", "reviewer"));

    [Fact]
    public void goes_to_the_person_who_answered_the_named_step()
    {
        var live = Accepted().Answer("review", "Approved", "2025-03-11 10:00", "wang");

        live.Task("decide").Assignee.Should().Be("wang");
    }

    [Fact]
    public void writes_the_answers_values_to_the_variables_of_their_names()
    {
        var live = Accepted().Answer("review", "Approved", "2025-03-11 10:00", "wang", data: new JsonObject { ["risk"] = "high", ["unknown"] = 1 })
            .Answer("decide", "Yes", "2025-03-11 11:00", "wang").Answer("final", "Done", "2025-03-11 12:00", "li");

        live.State.Decision.Should().Be(Decision.Refused);
    }

    [Fact]
    public void refuses_an_answer_that_the_task_does_not_take()
    {
        var act = () => Accepted().Answer("review", "Perhaps", "2025-03-11 10:00");

        act.Should().Throw<ActRefusedException>().Where(refused => refused.Code == "OutcomeUnknown" && refused.ActivityId == "review");
    }

    [Theory]
    [InlineData("clerk")]
    [InlineData("wang")]
    public void bars_who_received_or_accepted_the_case_and_who_answered_a_barred_step(string barred)
    {
        var live = Accepted().Answer("review", "Approved", "2025-03-11 10:00", "wang").Answer("decide", "Yes", "2025-03-11 11:00", "wang");

        var act = () => live.Answer("final", "Done", "2025-03-11 12:00", barred);

        act.Should().Throw<ActRefusedException>().Which.Code.Should().Be("FourEyes");
    }

    [Fact]
    public void lets_one_claim_win()
    {
        var live = Accepted();
        live.Act("2025-03-11 10:00", "wang", new Stimulus.ClaimTask(live.Task("review").Id));

        var second = () => live.Act("2025-03-11 10:00", "li", new Stimulus.ClaimTask(live.Task("review").Id));

        second.Should().Throw<ActRefusedException>().Where(refused => refused.Code == "TaskAlreadyClaimed" && refused.Message.Contains("wang"));
        live.Task("review").Assignee.Should().Be("wang");
    }

    [Fact]
    public void goes_back_on_offer_when_it_is_released()
    {
        var live = Accepted();
        var id = live.Task("review").Id;
        live.Act("2025-03-11 10:00", "wang", new Stimulus.ClaimTask(id)).Act("2025-03-11 10:01", "wang", new Stimulus.ReleaseTask(id));

        live.Task("review").Assignee.Should().BeNull();
        live.Task("review").Offer.Unit.Should().Be("U1");
    }

    [Fact]
    public void keeps_its_step_limit_when_it_is_transferred()
    {
        var live = Accepted();
        var due = live.Task("review").StepDueAt;
        live.Act("2025-03-11 10:00", "wang", new Stimulus.TransferTask(live.Task("review").Id, new TaskOffer(User: "li")));

        live.Task("review").Assignee.Should().Be("li");
        live.Task("review").StepDueAt.Should().Be(due).And.Be(China.At("2025-03-12 17:30"));
    }

    [Fact]
    public void fires_Overdue_once_beside_the_flow_and_begins_anew_at_each_entry()
    {
        var live = Accepted().Pass("2025-03-13 09:00");
        live.Effects.OfType<Effect.LineWritten>().Should().ContainSingle();
        live.IsOpen("review").Should().BeTrue();

        live.Answer("review", "Rework", "2025-03-13 10:00");

        live.Task("review").StepDueAt.Should().Be(China.At("2025-03-17 17:30"));
        live.Pass("2025-03-20 09:00").Effects.OfType<Effect.LineWritten>().Should().HaveCount(2);
    }

    [Fact]
    public void refuses_the_act_when_an_expression_behind_it_fails_and_changes_nothing()
    {
        var flow = FlowText.Accepted().Step("review", "Approval.ReviewTask", new { outcomes = new[] { "Go" } })
            .Step("bad", "Elsa.WriteLine", new { text = "=nothing.at.all" }).Link("clock", "Done", "review").Link("review", "Go", "bad");
        var live = new LiveCase(flow).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

        var act = () => live.Answer("review", "Go", "2025-03-11 10:00");

        act.Should().Throw<ActRefusedException>().Where(refused => refused.Code == "ExpressionFailed" && refused.ActivityId == "bad");
        live.IsOpen("review").Should().BeTrue();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void with_an_impossible_step_limit_is_an_incident(int days)
    {
        var flow = FlowText.Accepted().Step("review", "Approval.ReviewTask", new { stepLimitDays = days, outcomes = new[] { "Go" } }).Link("clock", "Done", "review");

        var live = new LiveCase(flow).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

        live.State.Incidents.Should().ContainSingle().Which.ActivityId.Should().Be("review");
        live.State.Tasks.Should().ContainSingle().Which.Kind.Should().Be(TaskKind.Incident);
    }
}
