using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>An incident strategy under which a fault leaves an instance that nothing resumes any more (conformance point 10).</summary>
internal static class IncidentRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.Root.Mode != FlowMode.Safe && (flow.Definition.Document["options"] as JsonObject)?.Text("incidentStrategyType") is { } strategy && ClrName.Own(strategy) == "ContinueWithIncidentsStrategy"
            ? [LintFlow.Warning(FindingCodes.FaultLeavesHanging, null)]
            : [];
}
