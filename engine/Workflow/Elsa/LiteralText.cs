using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>Gives a literal that a client turned into text its kind back.</summary>
internal static class LiteralText
{
    private static readonly string[] Whole = ["Int32", "Int64", "Long", "Int16", "Byte"];

    private static readonly string[] Fraction = ["Double", "Single", "Decimal"];

    /// <summary>The value to store: of the kind that stood there, for a new one of the kind that the input's type names; a text that is none stays a text, for the linter to tell.</summary>
    /// <param name="incoming">What the client sent.</param>
    /// <param name="stored">What stood there; null for nothing.</param>
    /// <param name="typeName">Elsa's alias of the input's type.</param>
    public static JsonNode? Typed(JsonNode? incoming, JsonNode? stored, string? typeName)
    {
        if (incoming is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return incoming?.DeepClone();
        }

        var text = value.GetValue<string>();
        var typed = stored?.GetValueKind() switch
        {
            JsonValueKind.Number => Number(text),
            JsonValueKind.True or JsonValueKind.False => Boolean(text),
            JsonValueKind.Array or JsonValueKind.Object => Json(text),
            null when Whole.Contains(typeName) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
            null when Fraction.Contains(typeName) => Number(text),
            null when typeName == "Boolean" => Boolean(text),
            _ => null,
        };
        return typed is null ? value.DeepClone() : JsonNode.DeepEquals(typed, stored) ? stored!.DeepClone() : typed;
    }

    private static JsonValue? Number(string text) => Json(text) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value : null;

    private static JsonValue? Boolean(string text) => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null;

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text, null, new JsonDocumentOptions { MaxDepth = Definitions.DocumentReader.MaxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
