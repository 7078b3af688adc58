using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>What can be reached and is not executed here, and what cannot be reached.</summary>
internal static class TypeRules
{
    public static IEnumerable<Finding> Check(LintFlow flow)
    {
        foreach (var node in flow.All)
        {
            if (!flow.IsReachable(node))
            {
                // A container that cannot be reached says it for all in it.
                if (node.Parent is { } container && flow.IsReachable(container))
                {
                    yield return LintFlow.Warning(FindingCodes.NotReachable, node);
                }
            }
            else if (!ActivityTypes.Executed.Contains(node.Type) && node.Used is null && flow.Cycle is null)
            {
                yield return NotExecuted.Of(FindingSeverity.Error, node);
            }
        }
    }
}
