using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>Elsa's default mode (elsa-format.md, section 2): every connection is visited, followed or not, and counters decide what runs.</summary>
internal sealed class CounterFlow : FlowchartMode
{
    public override void OnCompleted(Run run, Frame flowchart, Frame child, ImmutableArray<string> outcomes)
    {
        var graph = GraphOf(run, flowchart);
        if (!Leave(run, graph, flowchart, graph.Layout.Of(child.Node), outcomes, child.CameBack))
        {
            CompleteIfIdle(run, flowchart);
        }
    }

    public override void OnCancelled(Run run, Frame flowchart, Frame child)
    {
        CompleteIfIdle(run, flowchart);
        var graph = GraphOf(run, flowchart);
        Leave(run, graph, flowchart, graph.Layout.Of(child.Node), [], cameBack: false);
    }

    public override void FirePort(Run run, Frame flowchart, ActivityNode source, string port)
    {
        var graph = GraphOf(run, flowchart);
        foreach (var edge in graph.Layout.Outbound[graph.Layout.Of(source)].Where(edge => edge.Port == port))
        {
            Visits(flowchart, graph).VisitConnection(edge.First, isFollowed: true);
            Decide(run, graph, flowchart, edge);
        }
    }

    /// <summary>Cancels what still waits before a join that runs.</summary>
    public static void CancelBefore(Run run, Frame flowchart, ActivityNode join)
    {
        var graph = GraphOf(run, flowchart);
        var before = graph.Ancestors(graph.Layout.Of(join));
        foreach (var child in flowchart.Children.Where(child => before.Contains(graph.Layout.Of(child.Node))).ToList())
        {
            run.Cancel(child);
        }
    }

    /// <summary>Visits all outbound connections of an activity that ended with outcomes, or with none when it is skipped. True when something was scheduled.</summary>
    private static bool Leave(Run run, CounterGraph graph, Frame flowchart, int node, ImmutableArray<string> outcomes, bool cameBack)
    {
        if (graph.IsDangling(node))
        {
            throw new ActivityFaultException(FaultKind.Route, $"Nothing leads to {graph.Layout.Activities[node].Id} in {flowchart.Node.Id}.");
        }

        var visits = Visits(flowchart, graph);
        if (!cameBack)
        {
            visits.VisitActivity(node);
        }

        var isScheduled = false;
        foreach (var edge in graph.Layout.Outbound[node])
        {
            var isFollowed = outcomes.Contains(edge.Port);
            visits.VisitConnection(edge.First, isFollowed);
            isScheduled |= graph.IsForward(edge)
                ? Decide(run, graph, flowchart, edge)
                : isFollowed && GoBack(run, graph, flowchart, edge);
        }

        return isScheduled;
    }

    private static bool GoBack(Run run, CounterGraph graph, Frame flowchart, Edge edge)
    {
        var target = graph.Layout.Activities[edge.Target];
        if (!graph.IsValidBackward[edge.Index])
        {
            throw new ActivityFaultException(FaultKind.Route, $"The connection back from {graph.Layout.Activities[edge.Source].Id} to {target.Id} can be reached without passing {target.Id}.");
        }

        run.Schedule(new WorkItem(flowchart, target) { CameBack = true });
        return true;
    }

    /// <summary>Decides by its join mode what becomes of the target of a forward connection that was just visited.</summary>
    private static bool Decide(Run run, CounterGraph graph, Frame flowchart, Edge edge)
    {
        var target = graph.Layout.Activities[edge.Target];
        var visits = Visits(flowchart, graph);
        var inbound = graph.ForwardInbound[edge.Target];
        var isDecided = inbound.All(other => visits.Count(other.First) > visits.Of(edge.Target));
        var most = inbound.Max(other => visits.Count(other.First));
        switch (JoinModes.Of(run, flowchart, target))
        {
            case JoinMode.WaitAny:
                return DecideFirst(run, graph, flowchart, edge, isDecided);
            case JoinMode.WaitAll when isDecided && inbound.All(other => visits.IsFollowed(other.First)):
            case JoinMode.WaitAllActive when isDecided && inbound.Any(other => visits.Count(other.First) == most && visits.IsFollowed(other.First)):
                run.Schedule(flowchart, target);
                return true;
            default:
                return isDecided && Skip(run, graph, flowchart, edge.Target);
        }
    }

    private static bool DecideFirst(Run run, CounterGraph graph, Frame flowchart, Edge edge, bool isDecided)
    {
        var target = graph.Layout.Activities[edge.Target];
        var visits = Visits(flowchart, graph);
        if (visits.Count(edge.First) <= visits.Of(edge.Target) || run.Queued.Any(item => item.Owner == flowchart && item.Node == target))
        {
            return false;
        }

        var inbound = graph.ForwardInbound[edge.Target];
        var most = inbound.Max(other => visits.Count(other.First));
        if (inbound.Any(other => visits.Count(other.First) == most && visits.IsFollowed(other.First)))
        {
            run.Schedule(flowchart, target);
            CancelBefore(run, flowchart, target);
            return true;
        }

        return isDecided && Skip(run, graph, flowchart, edge.Target);
    }

    /// <summary>Dead-path elimination: a skipped activity's connections count as not followed, on and on.</summary>
    private static bool Skip(Run run, CounterGraph graph, Frame flowchart, int node) => Leave(run, graph, flowchart, node, [], cameBack: false);

    /// <summary>Completes the flowchart when nothing in it runs, waits, stands as an incident or is about to run.</summary>
    public static void CompleteIfIdle(Run run, Frame flowchart)
    {
        var isBusy = flowchart.Children.Count > 0 || run.Queued.Any(item => item.Owner is { } owner && owner.Path.Contains(flowchart));
        if (!isBusy)
        {
            run.Complete(flowchart);
        }
    }

    private static FlowVisits Visits(Frame flowchart, CounterGraph graph) =>
        flowchart.Visits ??= FlowVisits.New(graph.Layout.Size, graph.Layout.Edges.Length);

    private static CounterGraph GraphOf(Run run, Frame flowchart) => CounterGraph.Of(flowchart.Node, run.Trigger);
}
