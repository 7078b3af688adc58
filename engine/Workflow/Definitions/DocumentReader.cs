using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Reads JSON text into a document that is safe to work with: bounded, without doubled members, with readable texts, and no longer lazy, so that threads may share it.</summary>
internal static class DocumentReader
{
    /// <summary>Characters of a whole definition.</summary>
    internal const int MaxLength = 5_000_000;

    /// <summary>Levels of nesting in the JSON: some forty flowcharts within each other.</summary>
    internal const int MaxDepth = 128;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    public static JsonObject Read(string json)
    {
        if (json.Length > MaxLength)
        {
            throw new FlowFormatException("$", $"The definition has {json.Length} characters; at most {MaxLength} are read.");
        }

        var text = json.TrimStart('\uFEFF');
        try
        {
            if (JsonNode.Parse(text, null, Options) is not JsonObject document)
            {
                throw new FlowFormatException("$", "A definition is a JSON object.");
            }

            Settle(document);
            return document;
        }
        catch (JsonException fault)
        {
            throw new FlowFormatException(Place(text, fault), $"This is not valid JSON: {Reason(fault)}");
        }
        catch (InvalidOperationException)
        {
            throw new FlowFormatException("$", "The name of a member holds half a character (a lone surrogate).");
        }
    }

    /// <summary>Measures a document that was changed after reading.</summary>
    /// <exception cref="FlowFormatException">It is nested too deeply to be read again.</exception>
    public static void CheckDepth(JsonNode? node, int depth = 1)
    {
        if (depth > MaxDepth)
        {
            throw new FlowFormatException(node!.GetPath(), $"The definition is nested more than {MaxDepth} levels deep.");
        }

        var members = node switch
        {
            JsonObject json => json.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var member in members)
        {
            if (member is JsonObject or JsonArray)
            {
                CheckDepth(member, depth + 1);
            }
        }
    }

    // Nodes turn their text into objects at the first look; after this walk nothing is left to turn.
    private static void Settle(JsonNode? node)
    {
        try
        {
            switch (node)
            {
                case JsonObject json:
                    foreach (var (_, member) in json)
                    {
                        Settle(member);
                    }

                    break;
                case JsonArray items:
                    foreach (var item in items)
                    {
                        Settle(item);
                    }

                    break;
                case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                    _ = value.GetValue<string>();
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            throw new FlowFormatException(node!.GetPath(), "The text holds half a character (a lone surrogate).");
        }
    }

    private static string Place(string text, JsonException fault)
    {
        var number = (int)(fault.LineNumber ?? 0);
        var line = text.Split('\n').ElementAtOrDefault(number) ?? "";
        var bytes = Encoding.UTF8.GetBytes(line);
        var column = Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(fault.BytePositionInLine ?? 0, bytes.Length)) + 1;
        return $"line {number + 1}, column {column}";
    }

    // The reader appends its own place in bytes; ours is in characters.
    private static string Reason(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? fault.Message : fault.Message[..end];
    }
}
