namespace ApprovalEngine.Contracts.Migrations;

/// <summary>What a migration would do to one case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Faults">Why it would be skipped; the rest is empty then.</param>
/// <param name="Tokens">Where it stands and would stand.</param>
/// <param name="Tasks">Tasks kept, closed and opened.</param>
/// <param name="Timers">Timers kept, moved, new and dropped.</param>
/// <param name="Due">The promised due moment (UTC).</param>
/// <param name="LegalDue">The legal due moment (UTC).</param>
public sealed record MigrationPreviewView(
    Guid CaseId, string CaseNo, IReadOnlyList<MigrationFaultView> Faults, IReadOnlyList<TokenMove> Tokens, IReadOnlyList<TaskMove> Tasks,
    IReadOnlyList<TimerMove> Timers, MomentMove Due, MomentMove LegalDue);

/// <summary>A token.</summary>
/// <param name="From">Where it stands.</param>
/// <param name="To">Where it goes.</param>
/// <param name="IsAnew">Whether the work there begins anew.</param>
public sealed record TokenMove(string From, string? To, bool IsAnew);

/// <summary>A task.</summary>
/// <param name="TaskNo">Its number within the case.</param>
/// <param name="Fate">Kept, Closed or Opened.</param>
/// <param name="From">Its step; null when it is opened.</param>
/// <param name="To">Its step then; null when it is closed.</param>
/// <param name="Assignee">Who has it.</param>
/// <param name="Due">Its step's due moment (UTC).</param>
public sealed record TaskMove(int TaskNo, string Fate, string? From, string? To, string? Assignee, MomentMove Due);

/// <summary>A timer.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Activity">Its activity; null for the case's own clocks.</param>
/// <param name="Fate">Kept, Moved, New or Dropped.</param>
/// <param name="Due">When it fires (UTC).</param>
public sealed record TimerMove(string Kind, string? Activity, string Fate, MomentMove Due);

/// <summary>A moment before and after (UTC); null where there is none, or it is not known.</summary>
public sealed record MomentMove(DateTimeOffset? Before, DateTimeOffset? After);
