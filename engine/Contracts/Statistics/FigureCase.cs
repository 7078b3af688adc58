namespace ApprovalEngine.Contracts.Statistics;

/// <summary>A case behind a figure.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Unit">Code of the handling unit.</param>
/// <param name="AcceptedAt">Acceptance (UTC).</param>
/// <param name="DueAt">Promised due moment (UTC); null while it stands still or is not known.</param>
/// <param name="ClosedAt">Closing (UTC); null while open.</param>
/// <param name="RemainingDays">While it is open, working days from now until it is due, below 0 once it is overdue; null without a due moment.</param>
/// <param name="IsNoticed">Whether supervision counts it as close to its end: its notice has come, it is open and its clock runs.</param>
/// <param name="Amount">What it contributes: 1 where cases are counted, else its days, shares or microseconds.</param>
public sealed record FigureCase(Guid CaseId, string CaseNo, string Item, string Unit, DateTimeOffset? AcceptedAt, DateTimeOffset? DueAt, DateTimeOffset? ClosedAt, int? RemainingDays, bool IsNoticed, decimal Amount);
