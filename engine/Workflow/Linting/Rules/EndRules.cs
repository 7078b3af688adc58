using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Ends that reach further than drawn (conformance points 6 and 7): they drop what other branches wait for.</summary>
internal static class EndRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) => [.. flow.Flowcharts.SelectMany(Dropping), .. flow.Reachable.SelectMany(Misplaced)];

    /// <summary>An end in one branch of a parting, while another waits that does not lead there.</summary>
    private static IEnumerable<Finding> Dropping(ActivityNode flowchart)
    {
        var ways = new CounterWays(flowchart);
        var pairs = from parting in ways.Partings()
                    from mine in parting.Branches
                    from other in parting.Branches
                    where mine != other
                    from end in mine.Without(other).Members()
                    where ways.Layout.Activities[end].Type is "Elsa.End" or "Elsa.Finish" or "Elsa.Complete"
                    let dropped = other.Without(mine).Members().Select(node => ways.Layout.Activities[node]).FirstOrDefault(Waiting.In)
                    where dropped is not null
                    select (End: ways.Layout.Activities[end], Dropped: dropped);
        return pairs.DistinctBy(pair => pair.End).Select(pair => LintFlow.Warning(FindingCodes.EndDropsBranch, pair.End, pair.Dropped.LocalId));
    }

    private static IEnumerable<Finding> Misplaced(ActivityNode node)
    {
        if (node.Type == "Elsa.Break" && !Above(node).Any(container => container.Type is "Elsa.While" or "Elsa.For" or "Elsa.ForEach"))
        {
            yield return LintFlow.Warning(FindingCodes.BreakOutsideLoop, node);
        }

        if (node.Type == "Elsa.Complete" && node.Parent is { Type: ActivityTypes.Flowchart, Parent: not null } flowchart && flowchart.Connections.Any(connection => connection.Source == node))
        {
            yield return LintFlow.Warning(FindingCodes.CompleteLeadsOn, node);
        }
    }

    private static IEnumerable<ActivityNode> Above(ActivityNode node)
    {
        for (var container = node.Parent; container is not null; container = container.Parent)
        {
            yield return container;
        }
    }
}
