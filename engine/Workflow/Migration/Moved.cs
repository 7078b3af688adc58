using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>A value before and after.</summary>
/// <param name="Before">As it is.</param>
/// <param name="After">As it would be.</param>
public readonly record struct Moved<T>(T Before, T After);

/// <summary>What becomes of a task or timer.</summary>
public enum MigrationFate
{
    /// <summary>It stays as it is, under the same number.</summary>
    Kept,

    /// <summary>A timer stays armed for another moment.</summary>
    Moved,

    /// <summary>A timer is armed that was not.</summary>
    New,

    /// <summary>A timer is no longer wanted.</summary>
    Dropped,

    /// <summary>A task is opened.</summary>
    Opened,

    /// <summary>A task is closed without an answer.</summary>
    Closed,
}

/// <summary>A token that moves.</summary>
/// <param name="From">Where it stands.</param>
/// <param name="To">Where it goes.</param>
/// <param name="IsAnew">Whether the work there begins anew.</param>
public sealed record MovedToken(string From, string? To, bool IsAnew);

/// <summary>A task in a migration.</summary>
/// <param name="TaskId">Its number within the case.</param>
/// <param name="Fate">Kept, Closed or Opened.</param>
/// <param name="From">Its step; null when it is opened.</param>
/// <param name="To">Its step then; null when it is closed.</param>
/// <param name="Assignee">Who has it.</param>
/// <param name="Due">Its step's due moment (UTC).</param>
public sealed record MovedTask(int TaskId, MigrationFate Fate, string? From, string? To, string? Assignee, Moved<DateTimeOffset?> Due);

/// <summary>A timer in a migration.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="ActivityId">Its activity; null for the case's own clocks.</param>
/// <param name="Fate">Kept, Moved, New or Dropped.</param>
/// <param name="Due">When it fires (UTC).</param>
public sealed record MovedTimer(TimerKind Kind, string? ActivityId, MigrationFate Fate, Moved<DateTimeOffset?> Due);
