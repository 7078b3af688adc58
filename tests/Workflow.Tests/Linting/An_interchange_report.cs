using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting;
using ApprovalEngine.Workflow.Tests.Definitions;
using ApprovalEngine.Workflow.Tests.Descriptors;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Linting;

public sealed class An_interchange_report
{
    [Fact]
    public void is_empty_where_all_runs() => InterchangeReport.Of(Draft.OfAnItem().Definition()).Should().BeEmpty();

    [Fact]
    public void names_what_does_not_run_and_why()
    {
        var draft = new Draft().Add("a", "Elsa.Start").Add("http", "Elsa.HttpEndpoint").Add("far", "Elsa.RunPython")
            .Add("line", "Elsa.WriteLine", ("text", Draft.Wrapped("CSharp", "1"))).Add("event", "Elsa.Event", ("eventName", "E"))
            .Connect("a", "Done", "http").Connect("http", "Done", "line").Connect("line", "Done", "gone");

        Reported(draft.Definition()).Should().BeEquivalentTo(
            "Warning ConnectionLost flow-1", "Error NotExecutedHere http", "Warning NotExecutedHere far", "Error ExpressionNotExecutedHere line");
        Reported(FlowDefinition.Parse(Flows.Json(Flows.Activity("event", "Elsa.Event", "\"canStartWorkflow\": true, \"runAsynchronously\": true")))).Should().Equal(
            "Warning RunsWithinTheStep event", "Warning StartsNothing event");
    }

    [Fact]
    public void of_a_real_servers_draft_names_its_unknown_activity() =>
        Reported(FlowDefinition.Parse(Golden.Read("definition-save-draft")["workflowDefinition"]!.ToJsonString())).Should().Contain("Warning NotExecutedHere unk-1");

    private static IEnumerable<string> Reported(FlowDefinition definition) =>
        InterchangeReport.Of(definition).Select(finding => $"{finding.Severity} {finding.Code} {finding.ActivityId}");
}
