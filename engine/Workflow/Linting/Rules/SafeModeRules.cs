using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>What the directions of connections in safe mode leave open (elsa-format.md, section 2).</summary>
internal static class SafeModeRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.Flowcharts.Where(flowchart => flowchart.Mode == FlowMode.Safe).SelectMany(Check);

    private static IEnumerable<Finding> Check(ActivityNode flowchart)
    {
        var graph = FlowchartGraph.Of(flowchart);
        return [.. Returns(flowchart), .. Cycles(graph), .. Merges(graph), .. Direction(flowchart, graph)];
    }

    private static IEnumerable<Finding> Returns(ActivityNode flowchart)
    {
        var connections = flowchart.Connections.Select(connection => (connection.Source.Id, connection.Port, connection.Target.Id)).ToHashSet();
        return (ApprovalReturns.Keys(flowchart) ?? new HashSet<(string, string, string)>())
            .Where(key => !connections.Contains(key))
            .Select(key => LintFlow.Warning(FindingCodes.ReturnUnknown, flowchart, key.Source, key.Port, key.Target));
    }

    // Each cycle is told once, at its first activity.
    private static IEnumerable<Finding> Cycles(FlowchartGraph graph)
    {
        var told = new NodeSet(graph.Layout.Size);
        foreach (var node in Enumerable.Range(0, graph.Layout.Size).Where(node => graph.ForwardOf(node).Contains(node)))
        {
            if (told.Add(node))
            {
                foreach (var other in graph.ForwardOf(node).Members().Where(other => graph.ForwardOf(other).Contains(node)))
                {
                    told.Add(other);
                }

                yield return LintFlow.Error(FindingCodes.CycleLeft, graph.Layout.Activities[node], graph.Layout.Activities[node].Id);
            }
        }
    }

    // Each merge is told once: in a flow that is all rings every one could wait for every other.
    private static IEnumerable<Finding> Merges(FlowchartGraph graph) =>
        from one in graph.Merges
        let other = graph.Merges.Where(other => one < other && graph.Sources(one).Contains(other) && graph.Sources(other).Contains(one)).Select(other => (int?)other).FirstOrDefault()
        where other is not null
        select LintFlow.Warning(FindingCodes.MergesWaitForEachOther, graph.Layout.Activities[one], graph.Layout.Activities[one].Id, graph.Layout.Activities[other.Value].Id);

    private static IEnumerable<Finding> Direction(ActivityNode flowchart, FlowchartGraph graph) =>
        graph.IsAmbiguous ? [LintFlow.Warning(FindingCodes.DirectionInferred, flowchart)] : [];
}
