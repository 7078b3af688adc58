using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Changes;

/// <summary>An activity of a definition, or the definition itself without its activities, as flat members.</summary>
/// <param name="ActivityId">Null for the definition.</param>
/// <param name="Type">The activity's type.</param>
/// <param name="Members">What it says, each path once.</param>
/// <param name="Place">Where it stands on the canvas, as JSON.</param>
internal sealed record FlowPart(string? ActivityId, string? Type, IReadOnlyList<FlowMember> Members, string? Place)
{
    private const string Flowchart = "Elsa.Flowchart";

    /// <summary>What numbers and dates a version, and the root, which is an activity of its own.</summary>
    private static readonly string[] NotOfDefinition = ["$schema", "id", "definitionId", "version", "createdAt", "toolVersion", "isLatest", "isPublished", "root"];

    /// <summary>What follows from where an activity stands, and what is told apart from its members.</summary>
    private static readonly string[] NotOfActivity = ["id", "nodeId", "activities", "connections"];

    /// <summary>What makes it the same in two versions.</summary>
    public string Key => ActivityId ?? "";

    /// <summary>The parts of a definition: itself, then its activities in document order; of two with the same id the first.</summary>
    public static IEnumerable<FlowPart> Of(FlowDefinition flow) =>
        Activities(flow.Root, null).DistinctBy(part => part.Key)
            .Prepend(new FlowPart(null, null, [.. FlowMember.Of(flow.Document, NotOfDefinition)], null));

    private static IEnumerable<FlowPart> Activities(JsonObject json, string? place)
    {
        var id = json.Text("id")!;
        var members = FlowMember.Of(json, NotOfActivity).Concat(Ways(json, place)).DistinctBy(member => member.Path);
        yield return new FlowPart(id, json.Text("type"), [.. members], Canvas(json));
        foreach (var (key, nested) in NestedActivities.Of(json))
        {
            foreach (var part in Activities(nested, $"{id}.{key}"))
            {
                yield return part;
            }
        }
    }

    /// <summary>Where it is nested, the order of what it runs one after the other, and where each of its outcomes leads.</summary>
    private static IEnumerable<FlowMember> Ways(JsonObject json, string? place)
    {
        if (place is not null)
        {
            yield return new FlowMember("(place)", place);
        }

        if (json.Text("type") != Flowchart && json["activities"] is JsonArray { Count: > 0 })
        {
            yield return new FlowMember("activities", string.Join(", ", json.Objects("activities").Select(nested => nested.Text("id"))));
        }

        // A connection stands in its flowchart, but people look for it where it begins.
        var own = json.Parent?.Parent as JsonObject;
        foreach (var port in Connections(own, json.Text("id")!).GroupBy(way => way.Port, way => way.Target))
        {
            yield return new FlowMember($"connections.{port.Key}", string.Join(", ", port.Distinct().Order(StringComparer.Ordinal))) { Port = port.Key };
        }
    }

    private static IEnumerable<(string Port, string Target)> Connections(JsonObject? flowchart, string source) =>
        from way in flowchart?.Objects("connections") ?? []
        let begin = way["source"] as JsonObject
        let end = way["target"] as JsonObject
        where begin?.Text("activity") == source && end is not null
        select (begin.Text("port") ?? "Done", end.Text("activity") ?? "");

    private static string? Canvas(JsonObject json)
    {
        var bends = json.Objects("connections").Select(way => way["vertices"]?.ToJsonString()).Where(bends => bends is not (null or "[]"));
        return string.Join(';', bends.Prepend(json["metadata"]?["designer"]?.ToJsonString()));
    }
}
