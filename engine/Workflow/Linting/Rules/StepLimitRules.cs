using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>The longest way of step limits, without repetitions, against the promise. What lies behind the closing or beside the flow does not count.</summary>
internal static class StepLimitRules
{
    public static IEnumerable<Finding> Check(LintFlow flow)
    {
        var promise = flow.Context.Limits?.PromisedDays
            ?? flow.Reachable.Where(node => node.Type == "Approval.PromiseClock").Select(node => LiteralInputs.Number(node, "promisedDays")).FirstOrDefault(days => days is not null);
        var longest = Longest(flow.Root);
        return longest.Days > promise
            ? [LintFlow.Warning(FindingCodes.StepLimitsAbovePromise, null, longest.Days, promise, string.Join(" → ", longest.Steps))]
            : [];
    }

    private static Way Longest(ActivityNode node) => node.Type switch
    {
        ActivityTypes.Flowchart => InFlowchart(node),
        "Elsa.Sequence" => node.Children.GetValueOrDefault("activities", []).Select(Longest).Aggregate(Way.None, (sum, next) => sum.Then(next)),
        "Approval.ReviewTask" or "Approval.Countersign" when LiteralInputs.Number(node, "stepLimitDays") is > 0 and var days => new Way(days, [node.Id]),
        _ => node.Children.Values.SelectMany(children => children).Select(Longest).Aggregate(Way.None, Way.Longer),
    };

    private static Way InFlowchart(ActivityNode flowchart)
    {
        if (FlowchartStart.Of(flowchart) is not { } start)
        {
            return Way.None;
        }

        var graph = FlowchartGraph.Of(flowchart);
        return From(graph, graph.Layout.Of(start), new Way?[graph.Layout.Size], new NodeSet(graph.Layout.Size));
    }

    // A cycle that is left is told elsewhere; here it counts once.
    private static Way From(FlowchartGraph graph, int node, Way?[] known, NodeSet under)
    {
        if (known[node] is { } before)
        {
            return before;
        }

        if (!under.Add(node))
        {
            return Way.None;
        }

        var activity = graph.Layout.Activities[node];
        var beside = (ActivityPorts.Of(activity) ?? []).Where(port => port.IsBeside).Select(port => port.Name).ToHashSet();
        var rest = activity.Type == "Approval.CloseCase"
            ? Way.None
            : graph.Layout.Outbound[node].Where(edge => graph.IsForward(edge) && !beside.Contains(edge.Port))
                .Select(edge => From(graph, edge.Target, known, under)).Aggregate(Way.None, Way.Longer);
        var way = Longest(activity).Then(rest);
        known[node] = way;
        return way;
    }

    private sealed record Way(long Days, IReadOnlyList<string> Steps)
    {
        public static Way None { get; } = new(0, []);

        public static Way Longer(Way one, Way other) => other.Days > one.Days ? other : one;

        public Way Then(Way next) => next.Days == 0 ? this : Days == 0 ? next : new Way(Days + next.Days, [.. Steps, .. next.Steps]);
    }
}
