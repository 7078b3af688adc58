using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>The safe mode (elsa-format.md, "Our third mode: safe"): tokens stand on activities that run or wait, or have arrived at a merge.</summary>
internal sealed class SafeFlow : FlowchartMode
{
    public override void OnCompleted(Run run, Frame flowchart, Frame child, ImmutableArray<string> outcomes) =>
        Send(run, flowchart, child.Node, outcomes);

    public override void OnCancelled(Run run, Frame flowchart, Frame child)
    {
        // Whoever cancels knows why; what the merges make of it shows when the flowchart settles.
    }

    public override void FirePort(Run run, Frame flowchart, ActivityNode source, string port) => Send(run, flowchart, source, [port]);

    /// <summary>Rules 3, 4 and 7: lets every merge run that need not wait; without a token left the flowchart is complete.</summary>
    public override void Settle(Run run, Frame flowchart)
    {
        var graph = GraphOf(run, flowchart);
        while (WaitingMerges(graph, flowchart).FirstOrDefault(merge => TakesFirst(graph, merge) || !Awaited(run, graph, flowchart, merge).Any(), -1) is >= 0 and var ready)
        {
            if (TakesFirst(graph, ready))
            {
                CancelAt(run, graph, flowchart, Awaited(run, graph, flowchart, ready).ToList());
            }

            RunMerge(run, graph, flowchart, ready);
        }

        if (flowchart.Arrived.Count == 0 && flowchart.Children.Count == 0 && !Queued(run, flowchart).Any())
        {
            run.Complete(flowchart);
        }
    }

    /// <summary>Of the merges that wait for each other and are not forward of another, the first in the document runs.</summary>
    public override bool TryBreakTie(Run run, Frame flowchart)
    {
        if (flowchart.Arrived.Count == 0 || flowchart.Children.Count > 0)
        {
            return false;
        }

        var graph = GraphOf(run, flowchart);
        var merges = WaitingMerges(graph, flowchart).ToList();
        RunMerge(run, graph, flowchart, merges.First(merge => !merges.Exists(other => graph.ForwardOf(other).Contains(merge))));
        return true;
    }

    /// <summary>Rule 5: cancels every token on a step or forward of it and puts one on the step.</summary>
    /// <param name="run">The run.</param>
    /// <param name="flowchart">The flowchart's frame.</param>
    /// <param name="step">What to put the token on.</param>
    public static void GoBack(Run run, Frame flowchart, WorkItem step)
    {
        var graph = GraphOf(run, flowchart);
        var gone = graph.AtOrAfter(graph.Layout.Of(step.Node));
        run.Unschedule(item => item.Owner == flowchart && gone.Contains(graph.Layout.Of(item.Node)));
        foreach (var child in flowchart.Children.Where(child => gone.Contains(graph.Layout.Of(child.Node))).ToList())
        {
            run.Cancel(child, TaskEnd.Returned);
        }

        flowchart.Arrived.RemoveAll(token => gone.Contains(token.Source));
        run.Schedule(step);
    }

    /// <summary>Whether a token stands on a step or forward of it.</summary>
    public static bool IsAtOrAfter(Run run, Frame flowchart, ActivityNode step, Frame standing)
    {
        var graph = GraphOf(run, flowchart);
        return graph.AtOrAfter(graph.Layout.Of(step)).Contains(graph.Layout.Of(standing.Node));
    }

    /// <summary>Rule 2: a token over each connection whose port is among the outcomes, first all forward ones, then the backward ones.</summary>
    private static void Send(Run run, Frame flowchart, ActivityNode source, ImmutableArray<string> outcomes)
    {
        var graph = GraphOf(run, flowchart);
        var followed = graph.Layout.Outbound[graph.Layout.Of(source)].Where(edge => outcomes.Contains(edge.Port)).ToList();
        foreach (var edge in followed.Where(graph.IsForward))
        {
            if (graph.IsMerge(edge.Target))
            {
                flowchart.Arrived.Add(new Arrival(edge.Target, edge.Source));
            }
            else
            {
                run.Schedule(flowchart, graph.Layout.Activities[edge.Target]);
            }
        }

        foreach (var edge in followed.Where(edge => !graph.IsForward(edge)))
        {
            GoBack(run, flowchart, new WorkItem(flowchart, graph.Layout.Activities[edge.Target]));
        }

        run.Disturb(flowchart);
    }

    private static void RunMerge(Run run, FlowchartGraph graph, Frame flowchart, int merge)
    {
        flowchart.Arrived.RemoveAll(token => token.Merge == merge);
        run.Schedule(flowchart, graph.Layout.Activities[merge]);
    }

    /// <summary>The merges at which a token has arrived, in document order.</summary>
    private static IEnumerable<int> WaitingMerges(FlowchartGraph graph, Frame flowchart) =>
        graph.Merges.Where(merge => flowchart.Arrived.Exists(token => token.Merge == merge));

    /// <summary>Rule 3: the places of the tokens that a merge waits for.</summary>
    private static IEnumerable<int> Awaited(Run run, FlowchartGraph graph, Frame flowchart, int merge)
    {
        var standing = new NodeSet(graph.Layout.Size);
        foreach (var token in flowchart.Arrived.Where(token => token.Merge == merge))
        {
            standing.Add(token.Source);
        }

        return Places(run, graph, flowchart)
            .Concat(flowchart.Arrived.Where(token => token.Merge != merge).Select(token => token.Merge))
            .Distinct()
            .Where(place => graph.Sources(merge).Contains(place) && !graph.IsAwaitedLater(place, merge, standing));
    }

    private static void CancelAt(Run run, FlowchartGraph graph, Frame flowchart, List<int> places)
    {
        run.Unschedule(item => item.Owner == flowchart && places.Contains(graph.Layout.Of(item.Node)));
        foreach (var child in flowchart.Children.Where(child => places.Contains(graph.Layout.Of(child.Node))).ToList())
        {
            run.Cancel(child);
        }

        flowchart.Arrived.RemoveAll(token => places.Contains(token.Merge));
    }

    private static IEnumerable<int> Places(Run run, FlowchartGraph graph, Frame flowchart) =>
        Queued(run, flowchart).Select(item => item.Node).Concat(flowchart.Children.Select(child => child.Node)).Select(graph.Layout.Of);

    private static IEnumerable<WorkItem> Queued(Run run, Frame flowchart) => run.Queued.Where(item => item.Owner == flowchart);

    private static bool TakesFirst(FlowchartGraph graph, int merge) =>
        JoinModes.Of(graph.Layout.Activities[merge], JoinMode.WaitAll) == JoinMode.WaitAny;

    private static FlowchartGraph GraphOf(Run run, Frame flowchart) => FlowchartGraph.Of(flowchart.Node, run.Trigger);
}
