using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>Positions of a flowchart's activities and connections in two versions: what its tokens are kept by.</summary>
internal sealed class ChartTranslation
{
    private readonly MigrationPlan plan;
    private readonly CounterGraph before;
    private readonly CounterGraph after;
    private readonly FlowchartGraph graph;
    private readonly ILookup<(int Source, string Port, int Target), Edge> edges;

    /// <param name="plan">Where activities go.</param>
    /// <param name="old">The flowchart in the old version.</param>
    /// <param name="target">The same in the new one.</param>
    /// <param name="trigger">In the old version, the activity that the instance was started at.</param>
    public ChartTranslation(MigrationPlan plan, ActivityNode old, ActivityNode target, string? trigger)
    {
        this.plan = plan;
        var started = trigger is null ? null : plan.TargetOf(trigger)?.Id;
        before = CounterGraph.Of(old, trigger);
        after = CounterGraph.Of(target, started);
        graph = FlowchartGraph.Of(target, started);
        edges = after.Layout.Edges.ToLookup(edge => (edge.Source, edge.Port, edge.Target));
    }

    /// <summary>The old layout.</summary>
    public FlowchartLayout Before => before.Layout;

    /// <summary>Safe mode: tokens at merges. One whose way no longer meets another waits for nobody: it goes on at once.</summary>
    public (ImmutableArray<Arrival> Waiting, IEnumerable<ActivityNode> Released) Arrivals(FrameState frame)
    {
        var tokens = frame.Arrived.Select(token => Place(token)).ToList();
        return (
            [.. tokens.Where(token => graph.IsMerge(token.Merge))],
            tokens.Where(token => !graph.IsMerge(token.Merge)).Select(token => token.Merge).Distinct().Select(merge => graph.Layout.Activities[merge]));
    }

    /// <summary>Counter mode: visits of activities; a new one was never visited.</summary>
    public ImmutableArray<int> Visits(FrameState frame)
    {
        var visits = new int[after.Layout.Size];
        for (var position = 0; position < frame.Visits.Length; position++)
        {
            if (PositionOf(position) is >= 0 and var place)
            {
                visits[place] = frame.Visits[position];
            }
        }

        return frame.Visits.IsEmpty ? [] : [.. visits];
    }

    /// <summary>
    /// Counter mode: visits of connections. A new connection counts as visited as often as its target has used up its visits where a token
    /// can still come over it, and as though it had just been followed where none can: nobody waits for what has been passed.
    /// </summary>
    public ImmutableArray<int> Follows(FrameState frame, IEnumerable<ActivityNode> standing)
    {
        if (frame.Visits.IsEmpty)
        {
            return [];
        }

        var follows = new int?[after.Layout.Edges.Length];
        foreach (var edge in before.Layout.Edges.Where(edge => edge.First == edge.Index))
        {
            if (Same(edge) is { } same)
            {
                follows[same.First] = frame.Follows[edge.Index];
            }
        }

        var ahead = Ahead(standing);
        foreach (var edge in after.Layout.Edges.Where(edge => edge.First == edge.Index && follows[edge.Index] is null))
        {
            follows[edge.Index] = Assumed(frame, edge, ahead.Contains(edge.Source));
        }

        return [.. follows.Select(count => count ?? 0)];
    }

    /// <summary>Token mode: tokens on connections. A block on a connection that is gone has nothing left to eat.</summary>
    public ImmutableArray<FlowToken> Tokens(FrameState frame) =>
        [.. frame.Tokens.Select(token => (Edge: Kept(token), token.Kind)).Where(token => token.Edge is not null).Select(token => new FlowToken(token.Edge!.First, token.Kind))];

    /// <summary>Token mode: connections of tokens that would be lost though nothing runs yet where they lead.</summary>
    public IEnumerable<Edge> LostTokens(FrameState frame) =>
        frame.Tokens.Where(token => token.Kind == TokenKind.Free && Kept(token) is null).Select(token => before.Layout.Edges[token.Connection]);

    private Arrival Place(Arrival token)
    {
        var merge = PositionOf(token.Merge);
        return new Arrival(merge, StandsAt(token.Source) ?? merge);
    }

    /// <summary>Where the token stood; where that is gone, the nearest step before it: on that way it came, and a return to before there takes it back.</summary>
    private int? StandsAt(int source)
    {
        var seen = new NodeSet(before.Layout.Size);
        var todo = new Queue<int>([source]);
        while (todo.TryDequeue(out var place))
        {
            if (PositionOf(place) is >= 0 and var position)
            {
                return position;
            }

            foreach (var edge in before.Layout.Inbound[place].Where(edge => before.IsForward(edge) && seen.Add(edge.Source)))
            {
                todo.Enqueue(edge.Source);
            }
        }

        return null;
    }

    /// <summary>The same connection, else for a token that waits any other that leads there.</summary>
    private Edge? Kept(FlowToken token)
    {
        var edge = before.Layout.Edges[token.Connection];
        return Same(edge) ?? (token.Kind == TokenKind.Free && PositionOf(edge.Target) is >= 0 and var target ? after.Layout.Inbound[target].FirstOrDefault() : null);
    }

    private Edge? Same(Edge edge) => edges[(PositionOf(edge.Source), edge.Port, PositionOf(edge.Target))].FirstOrDefault();

    private int PositionOf(int position) => plan.TargetOf(before.Layout.Activities[position]) is { } target ? after.Layout.Of(target) : -1;

    private NodeSet Ahead(IEnumerable<ActivityNode> standing)
    {
        var ahead = new NodeSet(after.Layout.Size);
        foreach (var place in standing.Select(after.Layout.Of).Where(place => place >= 0))
        {
            ahead.Add(place);
            ahead.AddAll(Reach.From(place, after.Layout.Size, after.Layout.Outbound, after.IsForward));
        }

        return ahead;
    }

    private int Assumed(FrameState frame, Edge edge, bool mayStillBeFollowed)
    {
        var target = Enumerable.Range(0, before.Layout.Size).FirstOrDefault(position => PositionOf(position) == edge.Target, -1);
        if (target < 0)
        {
            return 0;
        }

        var used = frame.Visits[target];
        return mayStillBeFollowed ? used : before.ForwardInbound[target].Select(inbound => Math.Abs(frame.Follows[inbound.First])).Append(used).Max();
    }
}
