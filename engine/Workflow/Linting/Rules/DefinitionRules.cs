using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Other definitions that a flow runs within itself: named, known, and such that nothing of them is lost.</summary>
internal static class DefinitionRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) =>
    [
        .. flow.Cycle is { } cycle ? [LintFlow.Error(FindingCodes.DefinitionUsesItself, cycle.Activity, cycle.Definition)] : Enumerable.Empty<Finding>(),
        .. flow.Reachable.Where(node => UsedDefinition.IsRunner(node.Type) && LiteralInputs.IsGiven(node, "workflowDefinitionId")).SelectMany(node => Executed(flow, node)),
    ];

    private static IEnumerable<Finding> Executed(LintFlow flow, ActivityNode node)
    {
        if (LiteralInputs.IsComputed(node, "workflowDefinitionId"))
        {
            // What is dispatched and not waited for is looked up when it runs.
            if (node.Type == UsedDefinition.ExecuteType || Waiting.IsWaitedFor(node))
            {
                yield return LintFlow.Error(FindingCodes.DefinitionComputed, node);
            }
        }
        else if (node.Executed is not { } executed)
        {
            if (flow.Context.Others is not null && flow.Cycle is null)
            {
                yield return LintFlow.Error(FindingCodes.DefinitionUnknown, node, LiteralInputs.Text(node, "workflowDefinitionId"));
            }
        }
        else if (Waiting.Asks(executed))
        {
            yield return LintFlow.Error(FindingCodes.ExecutedAsksPeople, node, executed.DefinitionId);
        }
        else if (Waiting.Within(executed) && !Waiting.IsWaitedFor(node))
        {
            yield return LintFlow.Error(FindingCodes.ExecutedIsLost, node, executed.DefinitionId);
        }
    }
}
