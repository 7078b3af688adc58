using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>
/// Where real Elsa would run a flow of safe mode otherwise. Not told of flows that hold activities of our own: real Elsa runs none of them.
/// </summary>
internal static class ElsaRules
{
    public static IEnumerable<Finding> Check(LintFlow flow)
    {
        if (flow.Root.Mode != FlowMode.Safe || flow.All.Any(node => node.Type.StartsWith("Approval.", StringComparison.Ordinal)))
        {
            return [];
        }

        var otherwise = flow.Flowcharts.Where(flowchart => flowchart.Mode == FlowMode.Safe && !flowchart.Connections.IsEmpty).SelectMany(CounterModeRules.Hazards);
        return otherwise.Concat(KeepingRules.Lost(flow)).DistinctBy(finding => (finding.ActivityId, finding.Code)).Select(Told);
    }

    private static Finding Told(Finding inElsa)
    {
        var frame = FindingTexts.Of(FindingCodes.ElsaRunsOtherwise);
        return inElsa with
        {
            Severity = FindingSeverity.Warning,
            Code = FindingCodes.ElsaRunsOtherwise,
            Sentence = new(frame.With(inElsa.Sentence.ZhHans).ZhHans, frame.With(inElsa.Sentence.ZhHant).ZhHant, frame.With(inElsa.Sentence.En).En),
        };
    }
}
