using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Approval.Elsa.Descriptors;

/// <summary>The values that stand in an input of a document.</summary>
internal static class SetValues
{
    /// <summary>The literal text, or the texts of a literal list; none where an expression computes them.</summary>
    public static IEnumerable<string> Of(JsonNode? input)
    {
        if (input is not JsonObject { } wrapped || wrapped["expression"] is not JsonObject expression || expression["value"] is not { } value)
        {
            return [];
        }

        return (expression["type"] as JsonValue)?.ToString() switch
        {
            "Literal" when value is JsonValue => [value.ToString()],
            "Object" or "Json" => Texts(value is JsonValue text ? Parsed(text.ToString()) : value),
            _ => [],
        };
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonValue>().Select(item => item.ToString());

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Somebody is still typing it.
            return null;
        }
    }
}
