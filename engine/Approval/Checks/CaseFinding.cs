namespace ApprovalEngine.Approval.Checks;

/// <summary>Something about a case that must not be.</summary>
/// <param name="CaseNo">Number of the case.</param>
/// <param name="Kind">NothingWaits, TasksDiffer, TimersDiffer, AlertsDiffer or PersonInactive.</param>
/// <param name="Message">A sentence.</param>
public sealed record CaseFinding(string CaseNo, string Kind, string Message);
