using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Approval.Cases;

/// <summary>JSON from outside that the trail can keep and give back: no U+0000, no half characters, each member once, and no nesting without end.</summary>
internal static class StorableJson
{
    /// <summary>So deep it may nest; the trail wraps it in a few levels of its own.</summary>
    public const int MaxDepth = 32;

    /// <summary>What stands in the trail is read however deep it is.</summary>
    public static JsonDocumentOptions Stored { get; } = new() { MaxDepth = 512 };

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads it; null where nothing is said.</summary>
    /// <exception cref="JsonException">It is no JSON, or none that can be kept.</exception>
    public static JsonNode? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            var json = JsonNode.Parse(text, null, Reading);
            return json is null || TextOf(json) is not null ? json : throw new JsonException("It holds characters that cannot be kept.");
        }
        catch (InvalidOperationException fault)
        {
            // Half a character in a member's name.
            throw new JsonException("It holds characters that cannot be kept.", fault);
        }
    }

    /// <summary>Whether a value can be kept.</summary>
    public static bool IsStorable(JsonElement value) => Kept(() => JsonSerializer.Serialize(value, StepPayload.Json)) is not null;

    /// <summary>The text of a value; null where it cannot be kept.</summary>
    public static string? TextOf(JsonNode value) => Kept(() => value.ToJsonString(StepPayload.Json));

    private static string? Kept(Func<string> write)
    {
        try
        {
            var text = write();
            using var read = JsonDocument.Parse(text, Reading);
            return text.Contains("\\u0000", StringComparison.Ordinal) ? null : text;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
