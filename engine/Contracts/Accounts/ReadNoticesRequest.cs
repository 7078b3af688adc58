namespace ApprovalEngine.Contracts.Accounts;

/// <summary>What was copied to a person, or told them by a flow, is taken note of.</summary>
/// <param name="CaseId">Of which case; null for all.</param>
public sealed record ReadNoticesRequest(Guid? CaseId = null);
