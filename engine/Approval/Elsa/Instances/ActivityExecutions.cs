using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Elsa;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>Runs of activities in Elsa's form.</summary>
internal static class ActivityExecutions
{
    public static ElsaActivityExecutionSummary Summary(Instance instance, Execution execution) => new()
    {
        WorkflowInstanceId = instance.Id.ToString(),
        ActivityId = execution.ActivityId,
        ActivityNodeId = execution.NodeId,
        ActivityType = execution.ActivityType,
        ActivityTypeVersion = execution.ActivityVersion,
        ActivityName = execution.Node?.Name,
        StartedAt = execution.StartedAt,
        HasBookmarks = execution.HasBookmarks,
        Status = execution.Status,
        AggregateFaultCount = Faults(execution),
        CompletedAt = execution.CompletedAt,
        Id = execution.Id,
    };

    public static ElsaActivityExecution Full(Instance instance, Execution execution) => new(Summary(instance, execution))
    {
        ActivityState = execution.Inputs.DeepClone().AsObject(),
        Payload = Payload(execution),
        Outputs = execution.Outputs.DeepClone().AsObject(),
        Exception = execution.Fault is { } message ? new ElsaFault("Incident", message) : null,
        SchedulingActivityExecutionId = execution.Parent?.Id,
        SchedulingActivityId = execution.Parent?.ActivityId,
        CallStackDepth = execution.Depth,
    };

    /// <summary>How an activity fared.</summary>
    public static ElsaActivityStats Stats(IReadOnlyCollection<Execution> ofActivity)
    {
        var first = ofActivity.First();
        var completed = ofActivity.Count(execution => execution.Status == "Completed");
        return new ElsaActivityStats(
            first.ActivityId, first.NodeId, ofActivity.Count, completed, ofActivity.Count - completed,
            ofActivity.Any(execution => execution.HasBookmarks), ofActivity.Any(execution => execution.Status == "Faulted"), ofActivity.Sum(Faults));
    }

    /// <summary>What goes with a run.</summary>
    public static JsonObject Payload(Execution execution) =>
        execution.Outcomes.Count == 0 ? [] : new JsonObject { ["Outcomes"] = new JsonArray([.. execution.Outcomes.Select(outcome => (JsonNode)outcome)]) };

    private static int Faults(Execution execution) => execution.Fault is null ? 0 : 1;
}
