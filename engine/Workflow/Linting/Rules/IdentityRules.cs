namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Ids that stand twice.</summary>
internal static class IdentityRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.Duplicates.Select(node => LintFlow.Error(FindingCodes.DuplicateId, node, node.Id));
}
