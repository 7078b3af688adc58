using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Linting;

public sealed class Definitions_that_a_flow_uses
{
    private static readonly FlowDefinition Plain = Sub("Elsa.WriteLine");

    [Fact]
    public void must_be_published()
    {
        Executing("Sub").Said(Knowing(Plain)).Should().BeEmpty();
        Executing("Sub").Said(Knowing(null)).Should().Equal("Error DefinitionUnknown x");
        Executing("Sub").Said().Should().BeEmpty("where nothing is known of others nothing is said of them");
    }

    [Fact]
    public void must_be_named()
    {
        new Draft().Add("x", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Draft.Wrapped("JavaScript", "'S' + 'ub'"))).Said(Knowing(Plain)).Should().Equal("Error DefinitionComputed x");
        new Draft().Add("x", "Elsa.ExecuteWorkflow").Said(Knowing(Plain)).Should().Equal("Error InputMissing x");
    }

    [Fact]
    public void must_not_come_back_to_the_flow()
    {
        var back = Executing("draft").Definition().With(document => document["definitionId"] = "Sub");
        var both = new LintContext { Others = used => used.Key == "Sub" ? back : Executing("Sub").Definition() };

        Executing("Sub").Said(both).Should().Equal("Error DefinitionUsesItself x");
        Executing("Sub").Said(Knowing(back)).Should().NotContain("Error DefinitionUsesItself x");
    }

    [Fact]
    public void must_not_ask_people_unless_they_are_used_as_activities()
    {
        Executing("Sub").Said(Knowing(Sub("Approval.AcceptApplication"))).Should().Equal("Error ExecutedAsksPeople x");
        Executing("Sub").Said(Knowing(Sub("Elsa.Event"))).Should().BeEmpty();
    }

    [Fact]
    public void must_be_waited_for_where_they_wait()
    {
        Executing("Sub").With("x", "waitForCompletion", false).Said(Knowing(Sub("Elsa.Event"))).Should().Equal("Error ExecutedIsLost x");
        Executing("Sub").With("x", "waitForCompletion", false).Said(Knowing(Plain)).Should().BeEmpty();
        Executing("Sub").With("x", "waitForCompletion", true).Said(Knowing(Sub("Elsa.Event"))).Should().BeEmpty();
    }

    [Fact]
    public void may_wait_when_they_are_dispatched_only_where_they_are_waited_for()
    {
        static Draft Dispatching() => new Draft().Mode("safe").Add("x", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "Sub"));

        Dispatching().Said(Knowing(Sub("Elsa.Event"))).Should().Equal("Error ExecutedIsLost x");
        Dispatching().With("x", "waitForCompletion", true).Said(Knowing(Sub("Elsa.Event"))).Should().BeEmpty();
        Dispatching().Said(Knowing(Sub("Elsa.SendHttpRequest"))).Should().Equal("Error ExecutedAsksPeople x");
        Dispatching().Said(Knowing(null)).Should().Equal("Error DefinitionUnknown x");
        new Draft().Mode("safe").Add("x", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", "Sub"), ("items", "[1]")).Said(Knowing(Sub("Elsa.Event"))).Should().BeEmpty();
    }

    [Fact]
    public void may_be_computed_when_nothing_waits_for_them()
    {
        var computed = new Draft().Mode("safe").Add("x", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Draft.Wrapped("JavaScript", "'S' + 'ub'")));

        computed.Said(Knowing(Plain)).Should().BeEmpty();
        computed.With("x", "waitForCompletion", true).Said(Knowing(Plain)).Should().Equal("Error DefinitionComputed x");
    }

    private static Draft Executing(string id) => new Draft().Mode("safe").Add("x", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", id));

    private static LintContext Knowing(FlowDefinition? other) => new() { Others = used => used.Key == "Sub" ? other : null };

    private static FlowDefinition Sub(string type) => FlowDefinition.Parse($$"""{ "definitionId": "Sub", "name": "Sub", "root": { "id": "only", "type": "{{type}}" } }""");
}
