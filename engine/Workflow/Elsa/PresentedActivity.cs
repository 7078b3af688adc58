using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>An activity as Elsa's clients are given it.</summary>
internal static class PresentedActivity
{
    /// <summary>Gives it and all that is nested in it what the canvas needs; one unknown type, or one without a version, would leave it empty.</summary>
    public static void Complete(JsonObject activity, string parentNodeId, Func<string, int, bool> isUsable)
    {
        var nodeId = $"{parentNodeId}:{activity.Text("id")}";
        var (type, version) = (activity.Text("type")!, activity["version"] is JsonValue number && number.TryGetValue<int>(out var given) ? given : 1);
        var isOwn = ActivityDescriptors.Find(type) is not null;
        if (!isOwn && !isUsable(type, version))
        {
            StandIn(activity, nodeId);
            return;
        }

        activity["nodeId"] = nodeId;

        // Of the product's own types there is one version, whatever the document says.
        activity["version"] = isOwn ? 1 : version;

        activity["customProperties"] ??= new JsonObject();
        activity["metadata"] ??= new JsonObject();
        if (activity.Text("type") == ActivityTypes.Flowchart)
        {
            activity["activities"] ??= new JsonArray();
            activity["connections"] ??= new JsonArray();
        }

        foreach (var (_, nested) in NestedActivities.Of(activity))
        {
            Complete(nested, nodeId, isUsable);
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
