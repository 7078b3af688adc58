using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>What a clock comes to at an instant.</summary>
public sealed record ClockReading
{
    private readonly Clock clock;
    private readonly WorkingCalendar calendar;
    private readonly DateTimeOffset at;

    internal ClockReading(Clock clock, WorkingCalendar calendar, DateTimeOffset at)
    {
        this.clock = clock;
        this.calendar = calendar;
        this.at = at;
    }

    /// <summary>Day 0; not set when its own year is missing.</summary>
    public DateOnly AcceptanceDay { get; init; }

    /// <summary>Due moment (UTC); null while stopped or not known.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Opening (UTC) of the counted day by which 80 % are used, at the latest of the last one; null for limit 0, for a calendar limit, while stopped or not known.</summary>
    public DateTimeOffset? NoticeAt { get; init; }

    /// <summary>The year whose calendar is missing: what depends on it is not known until it is published.</summary>
    public int? MissingYear { get; init; }

    /// <summary>Whether it stands still at the instant read.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Days used up to the instant read: the smallest limit that a closing then would have kept. 0 for a calendar limit.</summary>
    public int UsedDays { get; init; }

    /// <summary>Limit with extension, less the days used; negative once overdue. Null for a calendar limit or when not known.</summary>
    public int? RemainingDays { get; init; }

    /// <summary>Whether a closing at the instant read keeps the limit.</summary>
    public bool IsOnTime { get; init; }

    /// <summary>
    /// Every local day from day 0 to the due day (while stopped, to the stop; to the instant read where that is later) with the reason why it counts or not.
    /// Worked out when asked for.
    /// </summary>
    public ImmutableArray<ClockDay> Days => MissingYear is null && clock.Limit is Limit.WorkingDays ? DayStrip.Of(this, clock, calendar, at) : [];
}
