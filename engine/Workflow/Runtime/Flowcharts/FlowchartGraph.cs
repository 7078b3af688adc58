using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>
/// A flowchart as safe mode sees it: which connections lead back (rule 1), what is forward of what, which activities are merges, and
/// where a token stands that a merge may wait for (rule 3). Computed once a flowchart and start, and kept with it.
/// </summary>
public sealed class FlowchartGraph
{
    private static readonly PerStart<FlowchartGraph> Known = new((flowchart, layout, start) => new FlowchartGraph(flowchart, layout, start));

    private readonly bool[] isBackward;
    private readonly ImmutableArray<Edge> backward;
    private readonly NodeSet[] forwardOf;
    private readonly NodeSet[] closed;
    private readonly NodeSet?[] sources;

    private FlowchartGraph(ActivityNode flowchart, FlowchartLayout layout, int start)
    {
        Flowchart = flowchart;
        Layout = layout;
        var reached = start < 0 ? new NodeSet(0) : Reach.From(start, layout.Size, layout.Outbound).With(start);
        Reached = reached;
        var inferred = flowchart.Returns is null && start >= 0 ? new BackwardConnections(layout, start, reached) : null;
        IsAmbiguous = inferred?.IsAmbiguous ?? false;
        isBackward = inferred is null ? Marked(flowchart) : [.. inferred.IsBackward];
        backward = [.. layout.Edges.Where(edge => isBackward[edge.Index])];
        forwardOf = [.. Enumerable.Range(0, layout.Size).Select(node => Reach.From(node, layout.Size, layout.Outbound, IsForward))];
        closed = [.. Enumerable.Range(0, layout.Size).Select(node => forwardOf[node].With(node))];
        Merges = [.. Enumerable.Range(0, layout.Size).Where(node => layout.Inbound[node].Count(edge => IsForward(edge) && reached.Contains(edge.Source)) > 1)];
        sources = new NodeSet?[layout.Size];
        foreach (var merge in Merges)
        {
            sources[merge] = Reach.To(merge, layout.Size, layout.Inbound, edge => reached.Contains(edge.Source) && !closed[merge].Contains(edge.Source));
        }
    }

    /// <summary>The flowchart.</summary>
    public ActivityNode Flowchart { get; }

    /// <summary>The connections that lead back, in document order.</summary>
    public ImmutableArray<ConnectionNode> Backward => [.. Flowchart.Connections.Where((_, index) => isBackward[index])];

    /// <summary>The directions were inferred, and another choice was possible: the designer should mark what leads back.</summary>
    public bool IsAmbiguous { get; }

    /// <summary>The activities with several forward inbound connections.</summary>
    public ImmutableArray<ActivityNode> MergeActivities => [.. Merges.Select(merge => Layout.Activities[merge])];

    internal FlowchartLayout Layout { get; }

    internal NodeSet Reached { get; }

    internal ImmutableArray<int> Merges { get; }

    /// <summary>The graph of a flowchart from its own start.</summary>
    public static FlowchartGraph Of(ActivityNode flowchart) => Of(flowchart, null);

    /// <summary>The activities forward of one, in document order.</summary>
    public ImmutableArray<ActivityNode> ForwardOf(ActivityNode activity) =>
        [.. forwardOf[Layout.Of(activity)].Members().Select(node => Layout.Activities[node])];

    /// <summary>The activities at which a token may stand that a merge waits for, in document order.</summary>
    public ImmutableArray<ActivityNode> SourcesOf(ActivityNode merge) =>
        [.. sources[Layout.Of(merge)]?.Members().Select(node => Layout.Activities[node]) ?? []];

    /// <summary>The graph of a flowchart that begins at the triggering activity when that is its own.</summary>
    internal static FlowchartGraph Of(ActivityNode flowchart, string? trigger) => Known.Of(flowchart, trigger);

    internal bool IsForward(Edge edge) => !isBackward[edge.Index];

    internal bool IsMerge(int node) => sources[node] is not null;

    /// <summary>Forward of an activity, or the activity itself.</summary>
    internal NodeSet AtOrAfter(int node) => closed[node];

    internal NodeSet ForwardOf(int node) => forwardOf[node];

    /// <summary>Where a token may stand that can still come to the merge, neither through it nor through anything forward of it.</summary>
    internal NodeSet Sources(int merge) => sources[merge]!;

    /// <summary>
    /// Rule 3's exception: whether a token could come only over a connection back that would cancel what has arrived at the merge
    /// (which stands at <paramref name="standing"/>), and can come without one to where the merge leads.
    /// </summary>
    internal bool IsAwaitedLater(int place, int merge, NodeSet standing)
    {
        // Where no connection back would cancel what stands, whatever can come comes without one.
        if (!backward.Any(edge => closed[edge.Target].Overlaps(standing)))
        {
            return false;
        }

        bool IsKept(Edge edge) => Reached.Contains(edge.Source) && (IsForward(edge) || !closed[edge.Target].Overlaps(standing));
        if (Reach.From(place, Layout.Size, Layout.Outbound, edge => IsKept(edge) && !closed[merge].Contains(edge.Source)).Contains(merge))
        {
            return false;
        }

        return Reach.From(place, Layout.Size, Layout.Outbound, edge => IsKept(edge) && edge.Source != merge).Overlaps(Behind(merge));
    }

    /// <summary>Where a merge leads: what is forward of it, else what its connections back lead to.</summary>
    private NodeSet Behind(int merge)
    {
        if (!forwardOf[merge].IsEmpty)
        {
            return forwardOf[merge];
        }

        var behind = new NodeSet(Layout.Size);
        foreach (var edge in Layout.Outbound[merge].Where(edge => isBackward[edge.Index]))
        {
            behind.AddAll(closed[edge.Target]);
        }

        return behind;
    }

    private static bool[] Marked(ActivityNode flowchart) =>
        [.. flowchart.Connections.Select(connection => flowchart.Returns is { } returns && returns.Contains(connection))];
}
