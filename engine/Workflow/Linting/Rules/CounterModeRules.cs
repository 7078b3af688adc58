using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>
/// Where counter mode loses work: a connection that is not followed counts as an arrival at the next join. In the flow of an item
/// that is an error, unless an administrator has taken it upon himself by name.
/// </summary>
internal static class CounterModeRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.Flowcharts.Where(flowchart => flowchart.Mode == FlowMode.Counter && !flowchart.Connections.IsEmpty)
            .SelectMany(Hazards)
            .Select(finding => finding.Code is FindingCodes.JoinWithoutMode or FindingCodes.RaceOverContainer ? finding : flow.AsHazard(finding));

    /// <summary>What would go wrong with a flowchart in counter mode.</summary>
    public static IEnumerable<Finding> Hazards(ActivityNode flowchart)
    {
        var ways = new CounterWays(flowchart);
        return [.. Rework(ways), .. Skipped(ways), .. WithoutMode(ways), .. Invalid(ways), .. Races(ways)];
    }

    /// <summary>Following a connection back that some way goes round is a fault (conformance point 9).</summary>
    private static IEnumerable<Finding> Invalid(CounterWays ways) =>
        ways.Layout.Edges.Where(edge => !ways.Graph.IsForward(edge) && !ways.Graph.IsValidBackward[edge.Index] && !ways.Graph.IsDangling(edge.Source))
            .DistinctBy(edge => (edge.Source, edge.Target))
            .Select(edge => LintFlow.Warning(FindingCodes.BackwardNotValid, ways.Layout.Activities[edge.Source], ways.Layout.Activities[edge.Target].LocalId));

    /// <summary>A race over a branch in which something nested waits makes real Elsa fault (conformance point 4).</summary>
    private static IEnumerable<Finding> Races(CounterWays ways) =>
        from node in ways.Joins
        let merge = ways.Layout.Activities[node]
        where !LiteralInputs.IsGiven(merge, "mode") || LiteralInputs.Text(merge, "mode") == "WaitAny"
        let container = ways.Graph.Ancestors(node).Members().Select(before => ways.Layout.Activities[before]).FirstOrDefault(before => before.Children.Count > 0 && Waiting.In(before))
        where container is not null
        select LintFlow.Warning(FindingCodes.RaceOverContainer, merge, container.LocalId);

    /// <summary>A connection back from inside one branch of a parting, before the join where another branch arrives.</summary>
    private static IEnumerable<Finding> Rework(CounterWays ways)
    {
        var partings = ways.Partings().ToList();
        foreach (var back in ways.Layout.Edges.Where(edge => !ways.Graph.IsForward(edge)))
        {
            if (partings.Select(parting => LostJoin(ways, parting, back)).FirstOrDefault(lost => lost is not null) is { } join)
            {
                yield return LintFlow.Warning(FindingCodes.ReworkInParallelBranch, ways.Layout.Activities[back.Source], ways.Layout.Activities[back.Target].Id, join.Id);
            }
        }
    }

    private static ActivityNode? LostJoin(CounterWays ways, CounterWays.Parting parting, Edge back)
    {
        // Back to within the branch, or to before the parting while the other branches are still under way.
        var inside = parting.Branches.FirstOrDefault(branch =>
            branch.Contains(back.Source) && (branch.Contains(back.Target) || ways.From(back.Target).Contains(parting.Node)));
        if (inside is null)
        {
            return null;
        }

        var elsewhere = new NodeSet(ways.Layout.Size);
        foreach (var branch in parting.Branches.Where(branch => !branch.Contains(back.Source) && !branch.Contains(back.Target)))
        {
            elsewhere.AddAll(branch);
        }

        return inside.And(elsewhere).And(ways.From(back.Source)).Members()
            .Where(node => ways.Graph.ForwardInbound[node].Length > 1)
            .Select(node => ways.Layout.Activities[node]).FirstOrDefault();
    }

    /// <summary>A WaitAll join of which a choice before it can leave one inbound connection without the others.</summary>
    private static IEnumerable<Finding> Skipped(CounterWays ways)
    {
        foreach (var node in ways.Joins.Where(node => LiteralInputs.Text(ways.Layout.Activities[node], "mode") == "WaitAll"))
        {
            var inbound = ways.Graph.ForwardInbound[node];
            foreach (var choice in ways.Graph.Ancestors(node).Members().Where(choice => ways.CanPart(choice, inbound)).Take(1))
            {
                yield return LintFlow.Warning(FindingCodes.JoinMayBeSkipped, ways.Layout.Activities[node], ways.Layout.Activities[choice].Id);
            }
        }
    }

    private static IEnumerable<Finding> WithoutMode(CounterWays ways) =>
        ways.Joins.Select(node => ways.Layout.Activities[node])
            .Where(activity => !LiteralInputs.IsGiven(activity, "mode"))
            .Select(activity => LintFlow.Warning(FindingCodes.JoinWithoutMode, activity));
}
