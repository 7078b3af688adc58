using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>The one function that says what a clock comes to; engine, alerts, figures and screens all call it (domain.md, section 3).</summary>
public static class Deadlines
{
    /// <summary>Reads a clock.</summary>
    /// <param name="clock">Budget and events.</param>
    /// <param name="calendar">The centre's calendar.</param>
    /// <param name="at">Instant (UTC) at which it is read: now, or the closing.</param>
    /// <exception cref="ClockException">The ledger breaks a rule (suspension before acceptance, after the due moment, or empty).</exception>
    public static ClockReading Read(Clock clock, WorkingCalendar calendar, DateTimeOffset at) => throw new InvalidOperationException();
}

/// <summary>What a clock comes to at an instant.</summary>
public sealed record ClockReading
{
    /// <summary>Day 0.</summary>
    public required DateOnly AcceptanceDay { get; init; }

    /// <summary>Every local day from day 0 to the due day (or, while stopped, to the stop; or to <c>at</c> where that is later) with the reason why it counts or not.</summary>
    public required ImmutableArray<ClockDay> Days { get; init; }

    /// <summary>Due moment (UTC); null while stopped or not known.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Opening (UTC) of the counted day by which 80 % are used, at the latest of the last one; null for limit 0, while stopped or not known.</summary>
    public DateTimeOffset? NoticeAt { get; init; }

    /// <summary>The year whose calendar is missing: the due moment is not known until it is published.</summary>
    public int? MissingYear { get; init; }

    /// <summary>Whether it stands still at the instant read.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Days used up to the instant read: the smallest limit that a closing then would have kept.</summary>
    public int UsedDays { get; init; }

    /// <summary>Limit with extension, less the days used; negative once overdue. Null for a calendar limit.</summary>
    public int? RemainingDays { get; init; }

    /// <summary>Whether a closing at the instant read keeps the limit.</summary>
    public bool IsOnTime { get; init; }
}

/// <summary>One local day of a clock and why it counts or not.</summary>
/// <param name="Date">Local date of the centre.</param>
/// <param name="Kind">Why.</param>
/// <param name="Number">Running number of a counted day; null where it does not count.</param>
/// <param name="Name">Name of the holiday or shifted day, when it has one.</param>
public sealed record ClockDay(DateOnly Date, ClockDayKind Kind, int? Number, string? Name);

/// <summary>Why a day counts or not.</summary>
public enum ClockDayKind
{
    /// <summary>Day 0: the day of acceptance is not counted.</summary>
    Acceptance,

    /// <summary>A working day that counts.</summary>
    Counted,

    /// <summary>A shifted weekend (調休上班) that counts.</summary>
    CountedShifted,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A public holiday.</summary>
    Holiday,

    /// <summary>A working day lost to a suspension.</summary>
    Suspended,
}
