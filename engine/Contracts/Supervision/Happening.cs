namespace ApprovalEngine.Contracts.Supervision;

/// <summary>Something that has happened at the centre, as the board's feed shows it: which case, never whose.</summary>
/// <param name="Kind">Accepted, Closed, ClosedLate (after its due moment), AlertRaised or AlertEscalated.</param>
/// <param name="At">When (UTC).</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Unit">Code of the handling unit, of an alert of the responsible one.</param>
/// <param name="Detail">How it was closed (Granted, Refused, Withdrawn or Terminated), or the level of the alert; null for an acceptance.</param>
/// <param name="AlertId">The alert; null for others.</param>
public sealed record Happening(string Kind, DateTimeOffset At, Guid CaseId, string CaseNo, string Item, string Unit, string? Detail, long? AlertId);
