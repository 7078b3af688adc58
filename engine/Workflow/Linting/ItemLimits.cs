namespace ApprovalEngine.Workflow.Linting;

/// <summary>The limits of the item version that a flow serves.</summary>
/// <param name="LegalDays">Working days by law.</param>
/// <param name="PromisedDays">Working days promised.</param>
public sealed record ItemLimits(int LegalDays, int PromisedDays);
