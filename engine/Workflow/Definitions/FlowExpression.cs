using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>An expression.</summary>
/// <param name="Type">Literal, Object, Variable, Input, JavaScript, Liquid, or one that is never executed here.</param>
/// <param name="Value">Its value as it stands in the document.</param>
public sealed record FlowExpression(string Type, JsonNode? Value)
{
    /// <summary>Reads <c>{type, value}</c>; null for anything that is no expression.</summary>
    public static FlowExpression? Read(JsonNode? node) =>
        node is JsonObject json ? new FlowExpression(json.Text("type") ?? "Literal", json["value"]) : null;
}
