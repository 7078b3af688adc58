using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Workflow.Elsa;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>An activity of a presented definition in its place.</summary>
/// <param name="Activity">Its JSON.</param>
/// <param name="Port">The place in its container, as Elsa names ports.</param>
/// <param name="Parent">The container; null for the root.</param>
internal sealed record ShownNode(JsonObject Activity, string Port, ShownNode? Parent)
{
    public string NodeId => Activity["nodeId"]!.GetValue<string>();

    public string Id => Activity["id"]!.GetValue<string>();

    public string Type => Activity["type"]!.GetValue<string>();

    /// <summary>Whether it holds activities side by side, so that the canvas shows them without stepping into a port.</summary>
    public bool HoldsList => Activity["activities"] is JsonArray;

    /// <summary>Every activity, containers before their children.</summary>
    public static IReadOnlyList<ShownNode> All(JsonObject presented) => [.. Tree(new ShownNode(presented["root"]!.AsObject(), "Root", null))];

    public ElsaNode ToContract() => new(NodeId, Port, Activity.DeepClone().AsObject());

    private static IEnumerable<ShownNode> Tree(ShownNode node) =>
        PresentedDefinition.Nested(node.Activity).SelectMany(nested => Tree(new ShownNode(nested.Activity, char.ToUpperInvariant(nested.Place[0]) + nested.Place[1..], node))).Prepend(node);
}
