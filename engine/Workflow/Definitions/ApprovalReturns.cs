using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>A flowchart's customProperties.approvalReturns: the connections that lead back.</summary>
internal static class ApprovalReturns
{
    private const string Name = "approvalReturns";

    /// <summary>The connections it names; null where it is absent. An entry without its connection names nothing and is the linter's to tell.</summary>
    /// <exception cref="FlowFormatException">It is no list of source, port and target.</exception>
    public static ImmutableArray<ConnectionNode>? Of(ActivityNode flowchart)
    {
        var keys = Keys(flowchart);
        return keys is null ? null : [.. flowchart.Connections.Where(connection => keys.Contains((connection.Source.LocalId, connection.Port, connection.Target.LocalId)))];
    }

    /// <summary>Its entries; null where it is absent.</summary>
    public static IReadOnlySet<(string Source, string Port, string Target)>? Keys(ActivityNode flowchart)
    {
        switch (flowchart.CustomProperty(Name))
        {
            case null:
                return null;
            case JsonArray items:
                return items.Select((item, index) => Key(item, $"{items.GetPath()}[{index}]")).ToHashSet();
            case var other:
                throw new FlowFormatException(other.GetPath(), $"{Name} is a list.");
        }
    }

    private static (string Source, string Port, string Target) Key(JsonNode? item, string path) =>
        item is JsonObject json && json.Text("source") is { } source && json.Text("target") is { } target
            ? (source, json.Text("port") ?? "Done", target)
            : throw new FlowFormatException(path, $"An entry of {Name} names source, port and target.");
}
