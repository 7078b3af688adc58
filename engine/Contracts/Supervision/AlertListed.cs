namespace ApprovalEngine.Contracts.Supervision;

/// <summary>An alert in a list: raised once, dated by when it was due, with the responsibility of that moment.</summary>
/// <param name="AlertId">Its key.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Clock">Promised, Legal or Step.</param>
/// <param name="Level">Notice, YellowCard or RedCard.</param>
/// <param name="DueAt">When it was due (UTC).</param>
/// <param name="RaisedAt">When it was raised (UTC).</param>
/// <param name="TaskNo">The task that held the case; null where there was none.</param>
/// <param name="Person">User name of who was responsible; null when nobody had taken the task.</param>
/// <param name="Unit">Code of the unit that was responsible.</param>
/// <param name="Window">Code of the window of receipt.</param>
/// <param name="Status">Raised, Acknowledged, Explained, Accepted, Upheld, Appealed or Escalated.</param>
/// <param name="IsCaseOpen">Whether the case is still open.</param>
/// <param name="CaseDueAt">When the case is due (UTC); null while its clock does not run, or without one.</param>
public sealed record AlertListed(
    long AlertId, Guid CaseId, string CaseNo, string Item, string Clock, string Level, DateTimeOffset DueAt, DateTimeOffset RaisedAt, int? TaskNo, string? Person, string Unit, string? Window,
    string Status, bool IsCaseOpen, DateTimeOffset? CaseDueAt);
