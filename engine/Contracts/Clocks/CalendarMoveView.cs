namespace ApprovalEngine.Contracts.Clocks;

/// <summary>What a calendar would move of one case (UTC); null where there is no such moment, or it is not known.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Moments">The moments that move.</param>
public sealed record CalendarMoveView(Guid CaseId, string CaseNo, IReadOnlyList<MomentView> Moments);

/// <summary>A moment that moves.</summary>
/// <param name="Kind">Due, LegalDue, Notice, Step, Timer or Alert.</param>
/// <param name="Key">Number of the step's task, key of the timer or alert.</param>
/// <param name="From">Until now.</param>
/// <param name="To">Then.</param>
public sealed record MomentView(string Kind, string Key, DateTimeOffset? From, DateTimeOffset? To);
