using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>What can run after what, over flowcharts, sequences and loops at any depth.</summary>
internal sealed class FlowOrder
{
    private readonly Dictionary<ActivityNode, NodeSet> reach = [];

    /// <summary>Whether an activity can run, once more or for the first time, after another has ended.</summary>
    public bool CanFollow(ActivityNode before, ActivityNode after)
    {
        var (beforeWay, afterWay) = (Way(before), Way(after));
        var depth = 0;
        while (depth < beforeWay.Count && depth < afterWay.Count && beforeWay[depth] == afterWay[depth])
        {
            depth++;
        }

        if (depth < beforeWay.Count && depth < afterWay.Count && Follows(beforeWay[depth - 1], beforeWay[depth], afterWay[depth]))
        {
            return true;
        }

        // What holds both may run again.
        return Enumerable.Range(1, depth - 1).Any(at => RunsAgain(beforeWay[at - 1], beforeWay[at]));
    }

    private bool Follows(ActivityNode container, ActivityNode before, ActivityNode after) => container.Type switch
    {
        ActivityTypes.Flowchart => Reached(container, before).Contains(FlowchartGraph.Of(container).Layout.Of(after)),
        "Elsa.Sequence" => container.Children["activities"].IndexOf(before) < container.Children["activities"].IndexOf(after),
        _ => false,
    };

    private bool RunsAgain(ActivityNode container, ActivityNode child) => container.Type switch
    {
        ActivityTypes.Flowchart => Reached(container, child).Contains(FlowchartGraph.Of(container).Layout.Of(child)),
        "Elsa.While" or "Elsa.For" or "Elsa.ForEach" => true,
        _ => false,
    };

    private NodeSet Reached(ActivityNode flowchart, ActivityNode from)
    {
        if (!reach.TryGetValue(from, out var found))
        {
            var layout = FlowchartGraph.Of(flowchart).Layout;
            reach[from] = found = Reach.From(layout.Of(from), layout.Size, layout.Outbound);
        }

        return found;
    }

    /// <summary>The activities from the root down to one.</summary>
    private static List<ActivityNode> Way(ActivityNode activity)
    {
        var way = new List<ActivityNode>();
        for (var node = activity; node is not null; node = node.Parent)
        {
            way.Add(node);
        }

        way.Reverse();
        return way;
    }
}
