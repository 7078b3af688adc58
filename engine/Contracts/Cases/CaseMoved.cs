namespace ApprovalEngine.Contracts.Cases;

/// <summary>An act has happened and is committed.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Version">Number of the last row of its trail.</param>
/// <param name="Status">Received, Open, Suspended, Cancelled, NotAccepted or Closed.</param>
/// <param name="At">Instant (UTC) of the act.</param>
/// <param name="OpenTasks">Ids of the tasks that are open now.</param>
public sealed record CaseMoved(Guid CaseId, string CaseNo, int Version, string Status, DateTimeOffset At, IReadOnlyList<Guid> OpenTasks);
