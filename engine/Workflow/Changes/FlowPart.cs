using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Changes;

/// <summary>An activity of a definition, or the definition itself without its activities, as flat members.</summary>
/// <param name="ActivityId">Null for the definition.</param>
/// <param name="Type">The activity's type.</param>
/// <param name="Members">What it says, each path once.</param>
/// <param name="Ways">The activities to which its outcomes lead, in order of their ids, by outcome.</param>
/// <param name="Canvas">Where it stands on the designer's canvas, as JSON.</param>
internal sealed record FlowPart(
    string? ActivityId, string? Type, IReadOnlyList<FlowMember> Members, ImmutableSortedDictionary<string, ImmutableArray<string>> Ways, string? Canvas)
{
    /// <summary>Of what leads nowhere.</summary>
    public static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> NoWays = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

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
            .Prepend(new FlowPart(null, null, [.. FlowMember.Of(flow.Document, NotOfDefinition)], NoWays, null));

    private static IEnumerable<FlowPart> Activities(JsonObject json, string? place)
    {
        var id = json.Text("id")!;
        var members = FlowMember.Of(json, NotOfActivity).Concat(Order(json)).DistinctBy(member => member.Path);
        yield return new FlowPart(id, json.Text("type"), [.. place is null ? members : members.Append(new(MemberChange.Place, place))], WaysFrom(json), CanvasOf(json));
        foreach (var (key, nested) in NestedActivities.Of(json))
        {
            foreach (var part in Activities(nested, $"{id}.{key}"))
            {
                yield return part;
            }
        }
    }

    /// <summary>What runs one after the other or at once has an order; in a flowchart the connections have it.</summary>
    private static IEnumerable<FlowMember> Order(JsonObject json) =>
        json.Text("type") != Flowchart && json["activities"] is JsonArray { Count: > 0 } ? [new("activities", string.Join(", ", json.Objects("activities").Select(nested => nested.Text("id"))))] : [];

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> WaysFrom(JsonObject json) =>
        (from way in (json.Parent?.Parent as JsonObject)?.Objects("connections") ?? []
         let begin = way["source"] as JsonObject
         let end = way["target"] as JsonObject
         where begin?.Text("activity") == json.Text("id") && end?.Text("activity") is not null
         group end.Text("activity")! by begin.Text("port") ?? "Done").ToImmutableSortedDictionary(port => port.Key, port => port.Distinct().Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    private static string CanvasOf(JsonObject json)
    {
        var bends = json.Objects("connections").Select(way => way["vertices"]?.ToJsonString()).Where(bends => bends is not (null or "[]"));
        return string.Join(';', bends.Prepend(json["metadata"]?["designer"]?.ToJsonString()));
    }
}
