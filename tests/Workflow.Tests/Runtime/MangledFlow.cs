using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>A definition of the conformance files, changed at random: connections drawn anywhere, doubled or lost, activities added or gone, odd modes.</summary>
internal static class MangledFlow
{
    private static readonly string[] Added = ["FlowJoin", "WriteLine", "Break", "End", "Complete", "Finish", "Fault", "Event", "RunTask"];
    private static readonly string[] MergeModes = ["Stream", "Merge", "Converge", "Cascade", "Race", "race", "unheard of"];

    /// <summary>The changed definition compiled; null when nothing that can be compiled came of it.</summary>
    public static CompiledFlow? Of(string definition, Random random)
    {
        var document = JsonNode.Parse(definition)!.AsObject();
        var charts = Charts(document["root"]).ToList();
        for (var change = random.Next(1, 6); charts.Count > 0 && change > 0; change--)
        {
            var chart = charts[random.Next(charts.Count)];
            if (chart["activities"] is JsonArray { Count: > 0 } activities && chart["connections"] is JsonArray connections)
            {
                Change(document, activities, connections, random);
            }
        }

        try
        {
            return CompiledFlow.Compile(FlowDefinition.Parse(document.ToJsonString()), (FlowMode)random.Next(3));
        }
        catch (FlowFormatException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonObject> Charts(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(member => Charts(member.Value)).Concat((json["type"] as JsonValue)?.ToString() == "Elsa.Flowchart" ? [json] : []),
        JsonArray items => items.SelectMany(Charts),
        _ => [],
    };

    private static void Change(JsonObject document, JsonArray activities, JsonArray connections, Random random)
    {
        JsonObject Any() => activities[random.Next(activities.Count)]!.AsObject();
        switch (random.Next(8))
        {
            case 0 or 1:
                connections.Add((JsonNode)Connection(Any(), Any(), random.Next(3) == 0 ? "True" : "Done"));
                break;
            case 2 when connections.Count > 0:
                connections.RemoveAt(random.Next(connections.Count));
                break;
            case 3 when connections.Count > 0:
                connections.Add(connections[random.Next(connections.Count)]!.DeepClone());
                break;
            case 4:
                Any()["customProperties"] = new JsonObject { ["mergeMode"] = MergeModes[random.Next(MergeModes.Length)] };
                break;
            case 5:
                var added = new JsonObject { ["id"] = $"added-{random.Next(100_000)}", ["type"] = "Elsa." + Added[random.Next(Added.Length)] };
                connections.Add((JsonNode)Connection(Any(), added, "Done"));
                activities.Add((JsonNode)added);
                break;
            case 6:
                document["options"] = new JsonObject { ["incidentStrategyType"] = random.Next(2) == 0 ? "ContinueWithIncidentsStrategy" : null };
                break;
            case 7 when activities.Count > 1:
                activities.RemoveAt(random.Next(activities.Count));
                break;
        }
    }

    private static JsonObject Connection(JsonObject source, JsonObject target, string port) => new()
    {
        ["source"] = new JsonObject { ["activity"] = (string?)source["id"], ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = (string?)target["id"] },
    };
}
