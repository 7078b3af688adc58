namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>The flow of an item must be able to close its cases.</summary>
internal static class ClosingRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.IsBound && !flow.Reachable.Any(node => node.Type == "Approval.CloseCase")
            ? [LintFlow.Error(FindingCodes.CloseCaseNotReachable, null)]
            : [];
}
