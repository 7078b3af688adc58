using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Tells wrapped inputs and outputs from an activity's plain members.</summary>
internal static class Bindings
{
    /// <summary>An input is wrapped as <c>{typeName, expression, memoryReference?}</c>.</summary>
    public static IReadOnlyDictionary<string, InputBinding> Inputs(JsonObject activity)
    {
        var inputs = new Dictionary<string, InputBinding>();
        foreach (var (name, member) in activity)
        {
            if (member is JsonObject json && json.ContainsKey("expression") && IsExpression(json["expression"]))
            {
                inputs[name] = new InputBinding(json.Text("typeName") ?? "Object", FlowExpression.Read(json["expression"]));
            }
        }

        return inputs;
    }

    /// <summary>An output is <c>{typeName, memoryReference: {id}}</c>, without an expression.</summary>
    public static IReadOnlyDictionary<string, string> Outputs(JsonObject activity)
    {
        var outputs = new Dictionary<string, string>();
        foreach (var (name, member) in activity)
        {
            if (member is JsonObject json && !json.ContainsKey("expression") && (json["memoryReference"] as JsonObject)?.Text("id") is { } id)
            {
                outputs[name] = id;
            }
        }

        return outputs;
    }

    private static bool IsExpression(JsonNode? node) => node is null || (node is JsonObject json && (json["type"] is null || json.Text("type") is not null));
}
