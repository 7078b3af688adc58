using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Where activities stand inside an activity's JSON.</summary>
internal static class NestedActivities
{
    /// <summary>The nested activities with the key of their place (<c>activities</c>, <c>body</c>, <c>cases[0]</c> …), in document order.</summary>
    /// <exception cref="FlowFormatException">Something else stands where an activity must.</exception>
    public static IEnumerable<(string Key, JsonObject Json)> Of(JsonObject activity)
    {
        // What an unknown type means by a property of such a name is not ours to judge.
        var isStrict = ActivityTypes.Executed.Contains(activity.Text("type")!);
        foreach (var place in activity.SelectMany(member => Places(member.Key, member.Value)))
        {
            if (place.Found is JsonObject json && (isStrict || IsActivity(json)))
            {
                yield return (place.Key, json);
            }
            else if (isStrict && (place.IsElement || place.Found is not null))
            {
                throw new FlowFormatException(place.Path, "An activity is expected here.");
            }
        }
    }

    /// <summary>An activity and all that are nested in it at any depth, in document order.</summary>
    public static IEnumerable<JsonObject> Tree(JsonObject activity) => Of(activity).SelectMany(nested => Tree(nested.Json)).Prepend(activity);

    private static bool IsActivity(JsonObject json) => json.Text("type") is not null && json.Text("id") is not null;

    private static IEnumerable<Place> Places(string name, JsonNode? value) => (name, value) switch
    {
        ("activities", JsonArray items) => items.Select((item, index) => new Place(name, $"{items.GetPath()}[{index}]", item, true)),
        ("cases", JsonArray cases) => cases.Select((item, index) => new Place($"cases[{index}]", $"{cases.GetPath()}[{index}].activity", (item as JsonObject)?["activity"], false)),
        ("expectedStatusCodes", JsonArray codes) => codes.Select((item, index) => new Place($"expectedStatusCodes[{index}]", $"{codes.GetPath()}[{index}].activity", (item as JsonObject)?["activity"], false)),
        ("body" or "then" or "else" or "default" or "unmatchedStatusCode" or "failedToConnect" or "timeout" or "childCompleted" or "childFaulted", not null) => [new Place(name, value.GetPath(), value, false)],
        _ => [],
    };

    private sealed record Place(string Key, string Path, JsonNode? Found, bool IsElement);
}
