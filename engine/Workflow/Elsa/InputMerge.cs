using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>An input that was edited: Studio writes it anew, forgets its type where it had none, and turns its literal into text.</summary>
internal static class InputMerge
{
    public static JsonObject Of(JsonObject? stored, JsonObject? presented, JsonObject incoming, InputDescriptor? descriptor)
    {
        var merged = stored?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in incoming)
        {
            if (name == "expression" && value is JsonObject expression)
            {
                merged[name] = Expression(merged[name] as JsonObject, presented?[name] as JsonObject, expression, TypeName(incoming, stored, descriptor));
            }
            else if (value is not null || name == "expression")
            {
                JsonChange.Apply(merged, name, presented?[name], value);
            }
        }

        if (merged.Text("typeName") is null && TypeName(incoming, stored, descriptor) is { } type)
        {
            merged["typeName"] = type;
        }

        return merged;
    }

    private static string? TypeName(JsonObject incoming, JsonObject? stored, InputDescriptor? descriptor) =>
        incoming.Text("typeName") ?? stored?.Text("typeName") ?? descriptor?.TypeName;

    private static JsonObject Expression(JsonObject? stored, JsonObject? presented, JsonObject incoming, string? typeName)
    {
        var merged = stored?.DeepClone().AsObject() ?? [];
        var wasLiteral = stored?.Text("type") is null or "Literal" or "Object";
        foreach (var (name, value) in incoming)
        {
            if (name == "value" && incoming.Text("type") is "Literal" or "Object")
            {
                merged[name] = LiteralText.Typed(value, wasLiteral ? stored?[name] : null, typeName);
            }
            else
            {
                JsonChange.Apply(merged, name, presented?[name], value);
            }
        }

        return merged;
    }
}
