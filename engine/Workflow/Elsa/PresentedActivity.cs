using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>An activity as Elsa's clients are given it.</summary>
internal static class PresentedActivity
{
    /// <summary>Gives it and all that is nested in it what the canvas needs; one unknown type, or one without a version, would leave it empty.</summary>
    public static void Complete(JsonObject activity, string parentNodeId, Func<string, bool> hasDescriptor)
    {
        var nodeId = $"{parentNodeId}:{activity.Text("id")}";
        if (!hasDescriptor(activity.Text("type")!))
        {
            StandIn(activity, nodeId);
            return;
        }

        activity["nodeId"] = nodeId;
        if (activity["version"] is not JsonValue version || !version.TryGetValue<int>(out _))
        {
            activity["version"] = 1;
        }

        activity["customProperties"] ??= new JsonObject();
        activity["metadata"] ??= new JsonObject();
        if (activity.Text("type") == ActivityTypes.Flowchart)
        {
            activity["activities"] ??= new JsonArray();
            activity["connections"] ??= new JsonArray();
        }

        foreach (var (_, nested) in NestedActivities.Of(activity))
        {
            Complete(nested, nodeId, hasDescriptor);
        }
    }

    /// <summary>Elsa's own way to show what it does not know, with the original as text (elsa/README.md, point 6).</summary>
    private static void StandIn(JsonObject activity, string nodeId)
    {
        var type = activity.Text("type")!;
        var original = activity.ToJsonString(FlowDefinition.Compact);
        var (id, name, version) = (activity.Text("id"), activity["name"]?.DeepClone(), activity["version"]?.DeepClone());
        var own = activity["customProperties"]?.DeepClone() ?? new JsonObject();
        var metadata = (activity["metadata"] as JsonObject)?.DeepClone().AsObject() ?? [];
        metadata["displayText"] = $"Not Found: {type}";
        metadata["description"] = $"Could not find activity type {type}";
        activity.Clear();
        activity["missingTypeName"] = type;
        activity["missingTypeVersion"] = version is JsonValue number && number.TryGetValue<int>(out var known) ? known : 0;
        activity["originalActivityJson"] = original;
        activity["id"] = id;
        activity["nodeId"] = nodeId;
        activity["name"] = name;
        activity["type"] = ActivityTypes.NotFound;
        activity["version"] = 1;
        activity["customProperties"] = own;
        activity["metadata"] = metadata;
    }
}
