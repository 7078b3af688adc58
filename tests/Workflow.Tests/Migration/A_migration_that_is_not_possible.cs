using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Activities;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Migration;

public sealed class A_migration_that_is_not_possible
{
    private static readonly FlowText Old = FlowText.Accepted().Variable("risk", "String").Step("review", "Approval.ReviewTask").Link("clock", "Done", "review");

    private static LiveCase InReview() => new LiveCase(Old).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

    private static (string, string) Only(FlowText to, MigrationMapping? mapping = null)
    {
        var fault = InReview().Preview("2025-03-11 10:00", to, mapping).Faults.Should().ContainSingle().Subject;
        return (fault.Code, fault.Where);
    }

    [Fact]
    public void names_the_step_with_a_token_that_has_no_target() =>
        Only(FlowText.Accepted().Step("other", "Approval.ReviewTask")).Should().Be((MigrationFaults.TokenWithoutTarget, "review"));

    [Fact]
    public void names_a_step_whose_target_is_of_another_type() =>
        Only(FlowText.Accepted().Step("say", "Elsa.WriteLine"), MigrationMapping.SameIds.With("review", "say")).Should().Be((MigrationFaults.OtherType, "review"));

    [Fact]
    public void names_a_variable_that_changes_its_type() =>
        Only(FlowText.Accepted().Variable("risk", "Int32").Step("review", "Approval.ReviewTask")).Should().Be((MigrationFaults.VariableTypeChanged, "risk"));

    [Fact]
    public void names_what_neither_version_has() => InReview().Preview("2025-03-11 10:00", Old, MigrationMapping.SameIds.With("nobody", "review").With("accept", "nothing"))
        .Faults.Select(fault => (fault.Code, fault.Where)).Should().BeEquivalentTo([(MigrationFaults.UnknownActivity, "nobody"), (MigrationFaults.UnknownTarget, "accept")]);

    [Fact]
    public void names_two_steps_that_are_sent_to_one()
    {
        var two = FlowText.Accepted().Step("review", "Approval.ReviewTask").Step("second", "Approval.ReviewTask").Link("clock", "Done", "review").Link("review", "Done", "second");
        var live = new LiveCase(two).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

        live.Preview("2025-03-11 10:00", Old, MigrationMapping.SameIds.With("review", "review").With("second", "review"))
            .Faults.Select(fault => (fault.Code, fault.Where)).Should().Equal((MigrationFaults.TargetTwice, "second"));
    }

    [Fact]
    public void refuses_the_act_and_changes_nothing()
    {
        var live = InReview();
        var before = FlowStateJson.Write(live.State);

        live.Invoking(one => one.Migrate("2025-03-11 10:00", FlowText.Accepted())).Should().Throw<ActRefusedException>()
            .Which.Should().BeEquivalentTo(new { Code = MigrationFaults.TokenWithoutTarget, ActivityId = "review" });

        FlowStateJson.Write(live.State).Should().Be(before);
    }

    [Fact]
    public void names_the_container_that_would_be_left()
    {
        var inside = Nested("""{"id":"box","type":"Elsa.Sequence","activities":[{"id":"t","type":"Elsa.RunTask","taskName":{"typeName":"String","expression":{"type":"Literal","value":"t"}}}]}""");
        var outside = Nested("""{"id":"box","type":"Elsa.Sequence","activities":[]},{"id":"t","type":"Elsa.RunTask"}""");
        var state = Interpreter.Advance(inside, FlowState.New, new Stimulus.Start(), Conformance.TrialContext.At(DateTimeOffset.UnixEpoch, "mei")).State;

        new MigrationPlan(inside, outside, MigrationMapping.SameIds).FaultsOf(state).Select(fault => (fault.Code, fault.Where)).Should().Equal((MigrationFaults.ContainerLeft, "t"));
    }

    private static CompiledFlow Nested(string activities) => CompiledFlow.Compile(FlowDefinition.Parse(
        $$"""{"definitionId":"d","version":1,"root":{"id":"root","type":"Elsa.Flowchart","customProperties":{"approvalMode":"safe"},"activities":[{{activities}}],"connections":[] } }"""));
}
