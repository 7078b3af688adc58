using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>The forward ways of a flowchart in counter mode: where they part side by side, and where one is chosen.</summary>
internal sealed class CounterWays(ActivityNode flowchart)
{
    private readonly Dictionary<int, NodeSet> ways = [];

    public CounterGraph Graph { get; } = CounterGraph.Of(flowchart, null);

    public FlowchartLayout Layout => Graph.Layout;

    /// <summary>FlowJoins at which several ways meet.</summary>
    public IEnumerable<int> Joins =>
        Enumerable.Range(0, Layout.Size).Where(node => Layout.Activities[node].Type == "Elsa.FlowJoin" && Graph.ForwardInbound[node].Length > 1);

    /// <summary>An activity and everything forward of it.</summary>
    public NodeSet From(int node)
    {
        if (!ways.TryGetValue(node, out var way))
        {
            ways[node] = way = Reach.From(node, Layout.Size, Layout.Outbound, Graph.IsForward).With(node);
        }

        return way;
    }

    /// <summary>Where branches begin that can run side by side, with everything forward on each.</summary>
    public IEnumerable<Parting> Partings() => Enumerable.Range(0, Layout.Size).SelectMany(Partings);

    private IEnumerable<Parting> Partings(int node)
    {
        var forward = Layout.Outbound[node].Where(Graph.IsForward);
        var groups = Parts(Layout.Activities[node]) ? [forward] : forward.GroupBy(edge => edge.Port).Select(group => group.AsEnumerable());
        return groups.Select(group => group.Select(edge => edge.Target).Distinct().Select(From).ToList())
            .Where(branches => branches.Count > 1).Select(branches => new Parting(node, branches));
    }

    /// <summary>Whether one outcome of a choice can bring some of these connections and not the others.</summary>
    public bool CanPart(int choice, ImmutableArray<Edge> inbound)
    {
        if (Parts(Layout.Activities[choice]) || ActivityPorts.Of(Layout.Activities[choice]) is not { } ports)
        {
            return false;
        }

        var outcomes = ports.Where(port => !port.IsBeside).Select(port => port.Name).ToList();
        return outcomes.Count > 1 && outcomes.Any(outcome =>
        {
            var alive = inbound.Count(edge => IsAlive(choice, outcome, edge));
            return alive > 0 && alive < inbound.Length;
        });
    }

    private static bool Parts(ActivityNode activity) =>
        activity.Type is "Elsa.FlowFork" or "Elsa.RunJavaScript" || (activity.Type == "Elsa.FlowSwitch" && LiteralInputs.Text(activity, "mode") == "MatchAny");

    private bool IsAlive(int choice, string outcome, Edge edge) =>
        edge.Source == choice ? edge.Port == outcome
        : !From(choice).Contains(edge.Source)
        || Layout.Outbound[choice].Any(first => first.Port == outcome && Graph.IsForward(first) && From(first.Target).Contains(edge.Source));

    /// <summary>Branches that can run side by side.</summary>
    /// <param name="Node">Where they begin.</param>
    /// <param name="Branches">Everything forward on each.</param>
    internal sealed record Parting(int Node, IReadOnlyList<NodeSet> Branches);
}
