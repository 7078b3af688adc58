using System.Text.Json;

namespace ApprovalEngine.Contracts.Forms;

/// <summary>Reads the form of an item; what is not there, or is of another shape, is left out.</summary>
public static class FormJson
{
    /// <summary>The fields of a form.</summary>
    /// <param name="form">The item's form; null for none.</param>
    public static IReadOnlyList<FormField> Fields(JsonElement? form) => form is { } owner ? [.. List(owner, "fields").Where(one => one.ValueKind == JsonValueKind.Object).Select(Field)] : [];

    internal static JsonElement? Get(JsonElement owner, string name) => owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : null;

    internal static string? Text(JsonElement owner, string name) => Get(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    internal static IEnumerable<JsonElement> List(JsonElement owner, string name) => Get(owner, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static FormField Field(JsonElement one) => new(Text(one, "code") ?? "", Text(one, "type") ?? "Text", Words(one, "label"))
    {
        IsRequired = Get(one, "required") is { ValueKind: JsonValueKind.True },
        MaxLength = Number(one, "maxLength") is { } longest and >= 0 and <= int.MaxValue ? (int)longest : null,
        Min = Number(one, "min"),
        Max = Number(one, "max"),
        UnitKind = Text(one, "unitKind"),
        Options = [.. List(one, "options").Select(option => new FormOption(Text(option, "value") ?? "", Words(option, "label")))],
        Fields = Fields(one),
        When = FieldCondition.Of(one),
    };

    private static LocalText Words(JsonElement owner, string name) => Get(owner, name) is { ValueKind: JsonValueKind.Object } words
        ? new(Text(words, "zh-Hans") ?? "", Text(words, "zh-Hant") ?? "", Text(words, "en") ?? "")
        : LocalText.Same(Text(owner, name) ?? "");

    private static decimal? Number(JsonElement owner, string name) => Get(owner, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) ? value : null;
}
