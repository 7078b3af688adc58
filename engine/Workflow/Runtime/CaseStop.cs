namespace ApprovalEngine.Workflow.Runtime;

/// <summary>A case suspended by a person's act.</summary>
/// <param name="Key">Its key in the clocks' ledger.</param>
/// <param name="EndsAt">Instant (UTC) at which it ends by itself.</param>
public sealed record CaseStop(string Key, DateTimeOffset EndsAt);
