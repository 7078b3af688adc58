namespace ApprovalEngine.Contracts.Jobs;

/// <summary>A number of what a run of a job did.</summary>
/// <param name="What">Stable name of what was counted, for instance <c>casesDue</c>.</param>
/// <param name="Count">How many.</param>
public sealed record JobCount(string What, long Count);
