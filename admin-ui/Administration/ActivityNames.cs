using System.Text.Json.Nodes;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>What the activities of a definition are called, by id, so that a finding names a place that its reader knows.</summary>
public static class ActivityNames
{
    /// <summary>The names in the person's language: the title of our own activities, what the designer shows, the plain name.</summary>
    public static IReadOnlyDictionary<string, string> Of(JsonObject document)
    {
        var names = new Dictionary<string, string>();
        Read(document["root"], names);
        return names;
    }

    private static void Read(JsonNode? node, Dictionary<string, string> names)
    {
        if (node is JsonArray list)
        {
            foreach (var one in list)
            {
                Read(one, names);
            }
        }
        else if (node is JsonObject owner)
        {
            if (Text(owner["type"]) is not null && Text(owner["id"]) is { } id)
            {
                names[id] = Title(owner["customProperties"]) ?? Text((owner["metadata"] as JsonObject)?["displayText"]) ?? Text(owner["name"]) ?? id;
            }

            foreach (var (_, member) in owner)
            {
                Read(member, names);
            }
        }
    }

    private static string? Title(JsonNode? properties) => ((properties as JsonObject)?["approvalTexts"] as JsonObject)?["title"] is JsonObject title && Text(title["zh-Hans"]) is { } hans
        ? Session.Say(new LocalText(hans, Text(title["zh-Hant"]) ?? hans, Text(title["en"]) ?? hans))
        : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
