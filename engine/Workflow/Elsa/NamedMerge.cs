using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>Variables, inputs and outputs, found again by id or name; one that was renamed, by its place.</summary>
internal static class NamedMerge
{
    public static JsonArray Of(JsonArray? stored, JsonArray? presented, JsonArray incoming)
    {
        var (before, shown) = (Objects(stored), Objects(presented));
        var places = Places(shown, incoming);
        return new JsonArray([.. incoming.Select((item, index) =>
            item is JsonObject named && places[index] is { } place && place < before.Count ? Merge(before[place], shown[place], named) : item?.DeepClone())]);
    }

    private static JsonObject Merge(JsonObject before, JsonObject shown, JsonObject named)
    {
        var merged = before.DeepClone().AsObject();
        JsonChange.ApplyKnown(merged, shown, named);
        return merged;
    }

    /// <summary>For each incoming entry the place of the one that it was.</summary>
    private static int?[] Places(List<JsonObject> shown, JsonArray incoming)
    {
        var free = Enumerable.Range(0, shown.Count).ToHashSet();
        var places = new int?[incoming.Count];
        Match((named, place) => Key(named) is { } key && key == Key(shown[place]));
        Match((named, place) => named.Text("name") == shown[place].Text("name"));
        for (var index = 0; index < places.Length; index++)
        {
            places[index] ??= free.Remove(index) ? index : null;
        }

        return places;

        void Match(Func<JsonObject, int, bool> isSame)
        {
            for (var index = 0; index < places.Length; index++)
            {
                if (places[index] is null && incoming[index] is JsonObject named && free.Where(place => isSame(named, place)).Cast<int?>().Order().FirstOrDefault() is { } found)
                {
                    places[index] = found;
                    free.Remove(found);
                }
            }
        }
    }

    private static string? Key(JsonObject named) => named.Text("id");

    private static List<JsonObject> Objects(JsonArray? items) => items?.OfType<JsonObject>().ToList() ?? [];
}
