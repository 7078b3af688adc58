using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>
/// A flowchart's connections, found again by their ends. Those that stay keep their order, for the runtime goes by it and Studio does not
/// keep it; new ones follow.
/// </summary>
internal static class ConnectionMerge
{
    public static JsonArray Of(JsonArray? stored, JsonArray incoming)
    {
        var before = (stored?.OfType<JsonObject>() ?? []).Select((json, index) => (Json: json, Index: index))
            .GroupBy(one => Key(one.Json)).ToDictionary(group => group.Key, group => new Queue<(JsonObject Json, int Index)>(group));
        var merged = new List<(int Order, JsonNode? Json)>();
        foreach (var item in incoming)
        {
            merged.Add(item is JsonObject connection && before.TryGetValue(Key(connection), out var same) && same.TryDequeue(out var kept)
                ? (kept.Index, Merge(kept.Json, connection))
                : (int.MaxValue, item?.DeepClone()));
        }

        return new JsonArray([.. merged.OrderBy(one => one.Order).Select(one => one.Json)]);
    }

    private static JsonObject Merge(JsonObject stored, JsonObject incoming)
    {
        var merged = stored.DeepClone().AsObject();
        if (!JsonChange.IsSameOrEmpty(stored["vertices"], incoming["vertices"]))
        {
            merged["vertices"] = incoming["vertices"]?.DeepClone() ?? new JsonArray();
        }

        return merged;
    }

    private static (string?, string, string?, string) Key(JsonObject connection) => (
        Connections.End(connection, "source"), Connections.Port(connection, "source", "Done"),
        Connections.End(connection, "target"), Connections.Port(connection, "target", "In"));
}
