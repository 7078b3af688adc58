using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Options of a definition that change how it runs.</summary>
internal static class FlowOptions
{
    /// <summary>Elsa's ContinueWithIncidentsStrategy: a fault does not end the instance. Without a strategy, or with one that is not known, it does (FaultStrategy).</summary>
    public static bool ContinuesWithIncidents(this CompiledFlow flow) =>
        (flow.Definition.Document["options"] as JsonObject)?["incidentStrategyType"] is JsonValue strategy && ClrName.Own(strategy.ToString()) == "ContinueWithIncidentsStrategy";
}
