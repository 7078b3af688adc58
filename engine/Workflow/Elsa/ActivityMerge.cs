using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>Activities at any depth, found again by id wherever they stand now.</summary>
internal sealed class ActivityMerge
{
    private readonly Dictionary<string, JsonObject> stored = [];
    private readonly Dictionary<string, JsonObject> presented = [];

    /// <param name="storedRoot">The stored root; null for a new definition.</param>
    /// <param name="presentedRoot">The root as the client was given it.</param>
    public ActivityMerge(JsonObject? storedRoot, JsonObject? presentedRoot)
    {
        Index(storedRoot, stored);
        Index(presentedRoot, presented);
    }

    /// <summary>The activity to store.</summary>
    public JsonObject Of(JsonObject incoming)
    {
        // An activity whose type was changed keeps nothing of what it was.
        var before = incoming.Text("id") is { } id && presented.TryGetValue(id, out var shown) && shown.Text("type") == incoming.Text("type") ? shown : null;
        var merged = before is null ? [] : stored[before.Text("id")!].DeepClone().AsObject();
        foreach (var (name, value) in incoming)
        {
            Merge(merged, before, incoming, name, value);
        }

        foreach (var (name, _) in before ?? [])
        {
            if (!incoming.ContainsKey(name))
            {
                merged.Remove(name);
            }
        }

        return merged;
    }

    private void Merge(JsonObject merged, JsonObject? before, JsonObject incoming, string name, JsonNode? value)
    {
        var shown = before?[name];
        if (before is not null && JsonChange.IsSame(shown, value))
        {
            return;
        }

        if (value is null)
        {
            merged[name] = null;
        }
        else if (name == "connections" && value is JsonArray connections)
        {
            merged[name] = ConnectionMerge.Of(merged[name] as JsonArray, connections);
        }
        else if (name == "variables" && value is JsonArray variables)
        {
            merged[name] = NamedMerge.Of(merged[name] as JsonArray, shown as JsonArray, variables);
        }
        else if (value is JsonArray items && items.Any(HoldsActivity))
        {
            merged[name] = Nested(items, merged[name] as JsonArray, shown as JsonArray, incoming.Text("type") == ActivityTypes.Flowchart);
        }
        else if (value is JsonObject nested && IsActivity(nested))
        {
            merged[name] = Of(nested);
        }
        else if (value is JsonObject input && (input.ContainsKey("expression") || (shown as JsonObject)?.ContainsKey("expression") == true))
        {
            merged[name] = InputMerge.Of(merged[name] as JsonObject, shown as JsonObject, input, Descriptor(incoming, name));
        }
        else
        {
            JsonChange.Apply(merged, name, shown, value);
        }
    }

    /// <summary>A list of activities, or of cases that hold one. A flowchart's order is the stored one (Studio moves what was touched); elsewhere it is what the user made it.</summary>
    private JsonArray Nested(JsonArray incoming, JsonArray? before, JsonArray? shown, bool keepsOrder)
    {
        var merged = incoming.Select(item => item switch
        {
            JsonObject activity when IsActivity(activity) => Of(activity),
            JsonObject @case => Case(@case, before, shown),
            _ => item?.DeepClone(),
        });
        if (!keepsOrder)
        {
            return new JsonArray([.. merged]);
        }

        var order = (before ?? []).OfType<JsonObject>().Select((activity, index) => (Id: activity.Text("id"), Index: index)).DistinctBy(one => one.Id).Where(one => one.Id is not null).ToDictionary(one => one.Id!, one => one.Index);
        return new JsonArray([.. merged.OrderBy(item => (item as JsonObject)?.Text("id") is { } id && order.TryGetValue(id, out var index) ? index : int.MaxValue)]);
    }

    /// <summary>A case of a Switch: kept whole where it is the same, else as it came with its activity merged.</summary>
    private JsonObject Case(JsonObject incoming, JsonArray? before, JsonArray? shown)
    {
        var place = (shown ?? []).Index().Where(one => JsonChange.IsSame(one.Item, incoming)).Select(one => one.Index).DefaultIfEmpty(-1).First();
        if (place >= 0 && before is not null && place < before.Count && before[place] is JsonObject kept)
        {
            return kept.DeepClone().AsObject();
        }

        var merged = incoming.DeepClone().AsObject();
        if (incoming["activity"] is JsonObject activity && IsActivity(activity))
        {
            merged["activity"] = Of(activity);
        }

        return merged;
    }

    private static InputDescriptor? Descriptor(JsonObject activity, string name) =>
        ActivityDescriptors.Find(activity.Text("type") ?? "")?.Inputs.FirstOrDefault(input => input.Property == name);

    private static bool HoldsActivity(JsonNode? item) => item is JsonObject json && (IsActivity(json) || (json["activity"] is JsonObject nested && IsActivity(nested)));

    private static bool IsActivity(JsonObject json) => json.Text("id") is not null && json.Text("type") is not null && !json.ContainsKey("expression");

    private static void Index(JsonObject? activity, Dictionary<string, JsonObject> byId)
    {
        if (activity is null)
        {
            return;
        }

        byId.TryAdd(activity.Text("id")!, activity);
        foreach (var (_, nested) in NestedActivities.Of(activity))
        {
            Index(nested, byId);
        }
    }
}
