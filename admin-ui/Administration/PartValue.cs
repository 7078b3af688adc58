using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>Reads and writes members of a JSON object as people put them in; an empty member is taken out.</summary>
public static class PartValue
{
    /// <summary>A member as text.</summary>
    public static string Text(JsonObject owner, string key) => owner[key] is JsonValue value ? value.ToString() : "";

    /// <summary>Whether a member is true.</summary>
    public static bool Flag(JsonObject owner, string key) => owner[key]?.GetValueKind() == JsonValueKind.True;

    /// <summary>A member in three languages.</summary>
    public static LocalText Words(JsonObject owner, string key) => owner[key] is JsonObject words ? new(Text(words, "zh-Hans"), Text(words, "zh-Hant"), Text(words, "en")) : LocalText.Same("");

    /// <summary>The entries of a member; made where there is none.</summary>
    public static JsonArray List(JsonObject owner, string key)
    {
        if (owner[key] is not JsonArray list)
        {
            owner[key] = list = [];
        }

        return list;
    }

    /// <summary>Whether a member that is a list of texts has one of them.</summary>
    public static bool Has(JsonObject owner, string key, string text) => owner[key] is JsonArray list && list.Any(one => one?.ToString() == text);

    /// <summary>What can be chosen, with what stands there already.</summary>
    public static IEnumerable<string> Choices(JsonObject owner, Part part) =>
        part.Choices!.Contains(Text(owner, part.Key)) ? part.Choices! : part.Choices!.Prepend(Text(owner, part.Key));

    /// <summary>Puts a text; an empty one takes the member out.</summary>
    public static void SetText(JsonObject owner, string key, string? text) => Put(owner, key, string.IsNullOrWhiteSpace(text) ? null : Choice(owner[key], text.Trim()));

    /// <summary>Puts what was typed for a part; what is no number stays as it was typed, until it is one (<see cref="IsUnread"/>).</summary>
    public static void Set(JsonObject owner, Part part, string? typed)
    {
        if (part.Kind == PartKind.Number)
        {
            Put(owner, part.Key, decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : string.IsNullOrWhiteSpace(typed) ? null : JsonValue.Create(typed));
        }
        else
        {
            SetText(owner, part.Key, typed);
        }
    }

    /// <summary>Whether something else than a number stands where one belongs.</summary>
    public static bool IsUnread(JsonObject owner, Part part) => part.Kind == PartKind.Number && owner[part.Key] is JsonValue value && value.GetValueKind() != JsonValueKind.Number;

    /// <summary>Likewise anywhere in an object or its lists.</summary>
    public static bool HasUnread(JsonNode? node, IReadOnlyList<Part> parts) => node switch
    {
        JsonArray list => list.Any(one => HasUnread(one, parts)),
        JsonObject owner => parts.Any(part => IsUnread(owner, part) || (part.Kind == PartKind.List && HasUnread(owner[part.Key], part.Parts!))),
        _ => false,
    };

    /// <summary>Puts words; three empty ones take the member out.</summary>
    public static void SetWords(JsonObject owner, string key, LocalText words) => Put(
        owner, key, words == LocalText.Same("") ? null : new JsonObject { ["zh-Hans"] = words.ZhHans, ["zh-Hant"] = words.ZhHant, ["en"] = words.En });

    /// <summary>Puts one text into a member that is a list of them, or takes it out.</summary>
    public static void Set(JsonObject owner, string key, string text, bool isThere)
    {
        var list = List(owner, key);
        var others = list.Where(one => one?.ToString() != text).Select(one => one?.DeepClone()).ToArray();
        owner[key] = new JsonArray(isThere ? [.. others, JsonValue.Create(text)] : others);
    }

    /// <summary>What a number was stays one.</summary>
    private static JsonValue Choice(JsonNode? before, string text) =>
        before?.GetValueKind() == JsonValueKind.Number && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text)!;

    private static void Put(JsonObject owner, string key, JsonNode? value)
    {
        if (value is null)
        {
            owner.Remove(key);
        }
        else
        {
            owner[key] = value;
        }
    }
}
