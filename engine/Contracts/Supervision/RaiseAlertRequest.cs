namespace ApprovalEngine.Contracts.Supervision;

/// <summary>An irregularity that no clock shows: a card is raised by hand (domain.md, "Supervision levels").</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Reason">What is irregular.</param>
public sealed record RaiseAlertRequest(Guid CaseId, string Reason);
