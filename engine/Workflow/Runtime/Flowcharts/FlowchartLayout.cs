using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>A flowchart's activities and connections by their positions in the document.</summary>
internal sealed class FlowchartLayout
{
    private readonly Dictionary<ActivityNode, int> positions;

    public FlowchartLayout(ActivityNode flowchart)
    {
        Activities = flowchart.Children.GetValueOrDefault("activities", []);
        positions = Activities.Select((activity, position) => (activity, position)).ToDictionary(pair => pair.activity, pair => pair.position);
        Edges = [.. flowchart.Connections.Select((connection, index) => new Edge(
            index, positions[connection.Source], connection.Port, positions[connection.Target], flowchart.Connections.IndexOf(connection)))];
        Outbound = Group(edge => edge.Source);
        Inbound = Group(edge => edge.Target);
    }

    /// <summary>The activities in document order.</summary>
    public ImmutableArray<ActivityNode> Activities { get; }

    /// <summary>How many activities there are.</summary>
    public int Size => Activities.Length;

    /// <summary>The connections in document order.</summary>
    public ImmutableArray<Edge> Edges { get; }

    /// <summary>Connections that begin at an activity, in document order.</summary>
    public ImmutableArray<ImmutableArray<Edge>> Outbound { get; }

    /// <summary>Connections that lead to an activity, in document order.</summary>
    public ImmutableArray<ImmutableArray<Edge>> Inbound { get; }

    /// <summary>Position of an activity; -1 when it stands elsewhere.</summary>
    public int Of(ActivityNode activity) => positions.GetValueOrDefault(activity, -1);

    private ImmutableArray<ImmutableArray<Edge>> Group(Func<Edge, int> by)
    {
        var lookup = Edges.ToLookup(by);
        return [.. Enumerable.Range(0, Size).Select(position => lookup[position].ToImmutableArray())];
    }
}
