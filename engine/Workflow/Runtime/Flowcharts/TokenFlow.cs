using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>
/// Elsa's token mode (elsa-format.md, section 2; conformance points 12 to 16). An activity that completes puts a token on each connection
/// whose port is among its outcomes, consumes what waits for itself, and then decides, connection by connection in document order, by the
/// target's merge mode (<see cref="MergeMode"/>) whether that runs. A token is consumed only when its target completes: one that was eaten
/// by a block, or waits for others that never come, keeps the flowchart from completing.
/// </summary>
internal sealed class TokenFlow : FlowchartMode
{
    public override void OnCompleted(Run run, Frame flowchart, Frame child, ImmutableArray<string> outcomes)
    {
        var graph = GraphOf(run, flowchart);
        var node = graph.Layout.Of(child.Node);
        Send(run, graph, flowchart, node, outcomes, isCompleted: true);
        CompleteIfDone(run, flowchart);
        flowchart.Tokens.RemoveAll(token => token.Kind == TokenKind.SpentBlock && graph.Layout.Edges[token.Connection].Target == node);
    }

    public override void OnCancelled(Run run, Frame flowchart, Frame child)
    {
        var layout = GraphOf(run, flowchart).Layout;
        var node = layout.Of(child.Node);
        flowchart.Tokens.RemoveAll(token => layout.Edges[token.Connection].Source == node || layout.Edges[token.Connection].Target == node);
        CompleteIfDone(run, flowchart);
    }

    public override void FirePort(Run run, Frame flowchart, ActivityNode source, string port)
    {
        var graph = GraphOf(run, flowchart);
        Send(run, graph, flowchart, graph.Layout.Of(source), [port], isCompleted: false);
    }

    private static void Send(Run run, CounterGraph graph, Frame flowchart, int node, ImmutableArray<string> outcomes, bool isCompleted)
    {
        var followed = graph.Layout.Outbound[node].Where(edge => edge.First == edge.Index && outcomes.Contains(edge.Port)).ToList();
        flowchart.Tokens.AddRange(followed.Select(edge => new FlowToken(edge.Index, TokenKind.Free)));
        if (isCompleted)
        {
            flowchart.Tokens.RemoveAll(token => token.Kind == TokenKind.Free && graph.Layout.Edges[token.Connection].Target == node);
        }

        foreach (var edge in followed)
        {
            Arrive(run, graph, flowchart, edge);
        }
    }

    private static void Arrive(Run run, CounterGraph graph, Frame flowchart, Edge edge)
    {
        var target = graph.Layout.Activities[edge.Target];
        var mode = MergeModes.Of(run, flowchart, target);
        if (mode == MergeMode.Race)
        {
            CounterFlow.CancelBefore(run, flowchart, target);
        }

        var runs = mode switch
        {
            MergeMode.Cascade or MergeMode.Race => !IsEaten(flowchart, edge),
            MergeMode.Merge => HasAll(flowchart, graph.ForwardInbound[edge.Target]),
            MergeMode.Converge => HasAll(flowchart, graph.Layout.Inbound[edge.Target]),
            _ => !graph.ForwardInbound[edge.Target].Any(inbound => IsUnderWay(graph, flowchart, inbound.Source)),
        };
        if (runs)
        {
            run.Schedule(flowchart, target);
        }

        if (runs && mode is MergeMode.Cascade or MergeMode.Race)
        {
            var others = graph.ForwardInbound[edge.Target].Where(other => other.Source != edge.Source && other.First == other.Index);
            flowchart.Tokens.AddRange(others.Select(other => new FlowToken(other.Index, TokenKind.Block)));
        }
    }

    /// <summary>Whether a block stands on the connection; it is spent by the arrival.</summary>
    private static bool IsEaten(Frame flowchart, Edge edge)
    {
        var block = flowchart.Tokens.FindIndex(token => token.Connection == edge.Index && token.Kind != TokenKind.Free);
        if (block >= 0)
        {
            flowchart.Tokens[block] = new FlowToken(edge.Index, TokenKind.SpentBlock);
        }

        return block >= 0;
    }

    /// <summary>Whether a token waits on each connection. Where there is only one, whatever arrives will do.</summary>
    private static bool HasAll(Frame flowchart, ImmutableArray<Edge> inbound) =>
        inbound.Length < 2 || inbound.All(edge => flowchart.Tokens.Contains(new FlowToken(edge.First, TokenKind.Free)));

    private static bool IsUnderWay(CounterGraph graph, Frame flowchart, int node) =>
        flowchart.Tokens.Exists(token => token.Kind == TokenKind.Free && graph.Layout.Edges[token.Connection].Target == node);

    private static void CompleteIfDone(Run run, Frame flowchart)
    {
        if (!flowchart.Tokens.Exists(token => token.Kind == TokenKind.Free))
        {
            CounterFlow.CompleteIfIdle(run, flowchart);
        }
    }

    private static CounterGraph GraphOf(Run run, Frame flowchart) => CounterGraph.Of(flowchart.Node, run.Trigger);
}
