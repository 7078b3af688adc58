using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>A flowchart's connections in the document.</summary>
internal static class Connections
{
    private const string NotFound = "notFoundConnections";

    /// <summary>Rewrites the obsolete flat form and keeps what leads to unknown activities apart, as Elsa does.</summary>
    public static void MakeCurrent(JsonObject flowchart)
    {
        if (flowchart.Text("type") != ActivityTypes.Flowchart || !flowchart.TryGetPropertyValue("connections", out var member) || member is null)
        {
            return;
        }

        if (member is not JsonArray connections)
        {
            throw new FlowFormatException(member.GetPath(), "connections must be a list.");
        }

        var known = flowchart.Objects("activities").Select(activity => activity.Text("id")).ToHashSet();
        for (var index = 0; index < connections.Count; index++)
        {
            Unflatten(connections, index);
        }

        Separate(flowchart, connections, connection => known.Contains(End(connection, "source")) && known.Contains(End(connection, "target")));
    }

    /// <summary>Id of the activity at one end.</summary>
    public static string? End(JsonObject connection, string end) => (connection[end] as JsonObject)?.Text("activity");

    /// <summary>Port at one end.</summary>
    public static string Port(JsonObject connection, string end, string usual) => (connection[end] as JsonObject)?.Text("port") ?? usual;

    private static void Unflatten(JsonArray connections, int index)
    {
        if (connections[index] is not JsonObject connection)
        {
            throw new FlowFormatException($"{connections.GetPath()}[{index}]", "A connection is an object with source and target.");
        }

        UnflattenEnd(connection, "source", "sourcePort");
        UnflattenEnd(connection, "target", "targetPort");
    }

    private static void UnflattenEnd(JsonObject connection, string end, string portName)
    {
        switch (connection[end])
        {
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                var current = new JsonObject { ["activity"] = value.GetValue<string>() };
                if (connection.Text(portName) is { } port)
                {
                    current["port"] = port;
                }

                connection.Remove(portName);
                connection[end] = current;
                break;
            case JsonObject point when point.Text("activity") is not null && point["port"] is null or JsonValue:
                break;
            default:
                throw new FlowFormatException(connection.PathOf(end), $"The {end} of a connection names an activity.");
        }
    }

    private static void Separate(JsonObject flowchart, JsonArray connections, Func<JsonObject, bool> isKnown)
    {
        var kept = (flowchart["customProperties"] as JsonObject)?[NotFound] as JsonArray;
        var restored = kept?.OfType<JsonObject>().Where(connection => End(connection, "source") is not null && isKnown(connection)).ToList() ?? [];
        var lost = connections.Cast<JsonObject>().Where(connection => !isKnown(connection)).ToList();
        foreach (var connection in lost)
        {
            connections.Remove(connection);
        }

        foreach (var connection in restored)
        {
            kept!.Remove(connection);
            connections.Add(connection);
        }

        if (lost.Count == 0)
        {
            return;
        }

        if (flowchart["customProperties"] is not JsonObject own)
        {
            flowchart["customProperties"] = own = [];
        }

        if (own[NotFound] is not JsonArray apart)
        {
            own[NotFound] = apart = [];
        }

        lost.ForEach(connection => apart.Add((JsonNode)connection));
    }
}
