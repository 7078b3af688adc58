using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Ways that end beside the way to the closing.</summary>
internal static class DeadEndRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.Flowcharts.Where(flowchart => flowchart.Children.GetValueOrDefault("activities", []).Any(Closes)).SelectMany(Check);

    private static IEnumerable<Finding> Check(ActivityNode flowchart)
    {
        var graph = FlowchartGraph.Of(flowchart);
        var layout = graph.Layout;
        var start = layout.Of(FlowchartStart.Of(flowchart)!);

        // Behind the closing, behind a refusal to accept and behind a moment that passed, a way may end where it likes.
        bool IsOnTheWay(Edge edge)
        {
            var source = layout.Activities[edge.Source];
            return !Closes(source) && edge.Port != "NotAccepted" && ActivityPorts.Of(source)?.Any(port => port.IsBeside && port.Name == edge.Port) != true;
        }

        return Reach.From(start, layout.Size, layout.Outbound, IsOnTheWay).With(start).Members()
            .Where(node => layout.Outbound[node].IsEmpty)
            .Select(node => layout.Activities[node])
            .Where(activity => !Closes(activity) && ActivityPorts.Of(activity) is null or { IsEmpty: false })
            .Select(activity => LintFlow.Warning(FindingCodes.DeadEnd, activity));
    }

    private static bool Closes(ActivityNode activity) => activity.Tree.Any(node => node.Type == "Approval.CloseCase");
}
