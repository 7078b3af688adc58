using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Deciding_an_incident
{
    private static LiveCase Broken()
    {
        var text = FlowText.Accepted().Variable("seats", "Object")
            .Step("sign", "Approval.Countersign", new { seats = "=getVariable('seats') || []" })
            .Step("site", "Approval.ReviewTask", new { outcomes = new[] { "Seen" } })
            .Step("close", "Approval.CloseCase", new { decision = "Granted" }).Step("no", "Approval.CloseCase", new { decision = "Refused" })
            .Link("clock", "Done", "sign").Link("clock", "Done", "site").Link("sign", "Granted", "close").Link("sign", "Refused", "no");
        return new LiveCase(text).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");
    }

    [Fact]
    public void an_administrator_has_a_task_while_other_branches_go_on()
    {
        var live = Broken();

        live.Task("sign").Kind.Should().Be(TaskKind.Incident);
        live.Task("sign").Offer.Role.Should().Be("Administrator");
        live.Task("sign").Outcomes.Should().Equal("Retry", "Granted", "Refused");
        live.Answer("site", "Seen", ReviewFlow.Day, "li").State.Incidents.Should().ContainSingle();
        ReviewFlow.Refusal(() => live.Answer("sign", "Granted", ReviewFlow.Day, "admin")).Should().Be("StepIsIncident");
    }

    [Fact]
    public void a_variable_can_be_set_and_the_step_retried()
    {
        var live = Broken().Act(ReviewFlow.Day, "admin", new Stimulus.ResolveIncident("sign", IncidentWay.Retry, Variables: new() { ["seats"] = new System.Text.Json.Nodes.JsonArray("A", "B") }));

        live.State.Incidents.Should().BeEmpty();
        live.State.Tasks.Where(task => task.ActivityId == "sign").Select(task => (task.Kind, task.Seat)).Should().Equal((TaskKind.Countersign, "A"), (TaskKind.Countersign, "B"));
    }

    [Fact]
    public void a_retry_that_fails_again_leaves_an_incident_again()
    {
        var live = Broken().Act(ReviewFlow.Day, "admin", new Stimulus.ResolveIncident("sign", IncidentWay.Retry));

        live.State.Incidents.Should().ContainSingle();
        live.Task("sign").Kind.Should().Be(TaskKind.Incident);
    }

    [Fact]
    public void another_outcome_can_be_taken()
    {
        var live = Broken().Act(ReviewFlow.Day, "admin", new Stimulus.ResolveIncident("sign", IncidentWay.TakeOutcome, "Granted"));

        live.State.Decision.Should().Be(Decision.Granted);
        live.State.Incidents.Should().BeEmpty();
        live.State.Tasks.Should().BeEmpty();
    }

    [Fact]
    public void a_return_and_an_end_close_it()
    {
        Broken().Act(ReviewFlow.Day, "admin", new Stimulus.ReturnTo("accept")).State.Should().Match<FlowState>(state => state.Incidents.IsEmpty && state.Tasks.Length == 1);
        Broken().Act(ReviewFlow.Day, "admin", new Stimulus.EndCase(Decision.Terminated, "no way on")).State.Tasks.Should().BeEmpty();
    }

    [Fact]
    public void what_does_not_fit_is_refused()
    {
        var live = Broken();

        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "admin", new Stimulus.ResolveIncident("site", IncidentWay.Retry))).Should().Be("IncidentNotOpen");
        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "admin", new Stimulus.ResolveIncident("sign", IncidentWay.TakeOutcome, "Maybe"))).Should().Be("OutcomeUnknown");
        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "admin", new Stimulus.ResolveIncident("sign", IncidentWay.Retry, Variables: new() { ["x"] = 1 }))).Should().Be("VariableUnknown");
    }
}
