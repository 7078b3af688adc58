using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>A flowchart as Elsa's counter mode sees it. Computed once a flowchart and start, and kept with it.</summary>
internal sealed class CounterGraph
{
    private static readonly PerStart<CounterGraph> Known = new((_, layout, start) => new CounterGraph(layout, start));

    private readonly int start;
    private readonly bool[] isForward;

    private CounterGraph(FlowchartLayout layout, int start)
    {
        this.start = start;
        Layout = layout;
        isForward = Forward();
        ForwardInbound = [.. layout.Inbound.Select(edges => edges.Where(IsForward).ToImmutableArray())];
        IsValidBackward = [.. layout.Edges.Select(IsValid)];
    }

    /// <summary>Positions of activities and connections.</summary>
    public FlowchartLayout Layout { get; }

    /// <summary>Forward connections that lead to an activity.</summary>
    public ImmutableArray<ImmutableArray<Edge>> ForwardInbound { get; }

    /// <summary>By position: a backward connection that may be followed, since every way from the start to its source passes through its target.</summary>
    public ImmutableArray<bool> IsValidBackward { get; }

    /// <summary>The graph of a flowchart that begins at the triggering activity when that is its own.</summary>
    public static CounterGraph Of(ActivityNode flowchart, string? trigger) => Known.Of(flowchart, trigger);

    /// <summary>A connection met walking breadth first from the start that closes no cycle.</summary>
    public bool IsForward(Edge edge) => isForward[edge.Index];

    /// <summary>An activity to which no forward connection leads: it never runs, and cannot go on.</summary>
    public bool IsDangling(int node) => node != start && ForwardInbound[node].IsEmpty;

    /// <summary>Everything before an activity, over forward connections.</summary>
    public NodeSet Ancestors(int node) => Reach.To(node, Layout.Size, Layout.Inbound, IsForward);

    private bool[] Forward()
    {
        var forward = new bool[Layout.Edges.Length];
        var visited = new NodeSet(Layout.Size);
        var todo = new Queue<int>(start < 0 ? [] : [start]);
        while (todo.TryDequeue(out var source))
        {
            visited.Add(source);
            foreach (var edge in Layout.Outbound[source].Where(edge => !forward[edge.Index] && !ClosesCycle(edge, forward)))
            {
                // Elsa looks at pairs of activities: connections from other ports between the same two go the same way.
                foreach (var same in Layout.Outbound[source].Where(same => same.Target == edge.Target))
                {
                    forward[same.Index] = true;
                }

                if (!visited.Contains(edge.Target))
                {
                    todo.Enqueue(edge.Target);
                }
            }
        }

        return forward;
    }

    private bool ClosesCycle(Edge edge, bool[] forward) =>
        edge.Source == edge.Target || Reach.From(edge.Target, Layout.Size, Layout.Outbound, other => forward[other.Index]).Contains(edge.Source);

    private bool IsValid(Edge edge)
    {
        if (isForward[edge.Index] || start < 0)
        {
            return false;
        }

        // Some way from the start to the source that avoids the target makes it invalid.
        return edge.Source == edge.Target
            || (edge.Source != start && !Reach.To(edge.Source, Layout.Size, Layout.Inbound, before => isForward[before.Index] && before.Source != edge.Target).Contains(start))
            || edge.Target == start;
    }
}
