using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>The counted days of a clock: day 0, the working days after it, and those of them that suspensions took.</summary>
internal sealed class CountedDays
{
    private readonly WorkingCalendar calendar;
    private readonly ImmutableArray<DateOnly> lost;
    private readonly DateTimeOffset? stoppedAt;
    private readonly DateOnly firstStopped;

    private CountedDays(WorkingCalendar calendar, DateOnly acceptanceDay, ImmutableArray<DateOnly> lost, DateTimeOffset? stoppedAt)
    {
        this.calendar = calendar;
        this.lost = lost;
        this.stoppedAt = stoppedAt;
        AcceptanceDay = acceptanceDay;
        if (stoppedAt is { } at)
        {
            firstStopped = FirstTouched(at, calendar);
        }
    }

    internal DateOnly AcceptanceDay { get; }

    /// <summary>Whether a suspension has no end yet.</summary>
    internal bool IsStopped => stoppedAt is not null;

    /// <summary>Counted days before the suspension that has no end yet.</summary>
    internal int BeforeStop => Math.Max(0, Counted(calendar.Add(firstStopped, -1)));

    /// <summary>Position of the first suspension that begins at or after the due moment then valid; null when there is none.</summary>
    internal int? FirstIgnored { get; private init; }

    /// <summary>Reads the ledger in one pass; suspensions that begin at or after the due moment then valid are left out.</summary>
    internal static CountedDays Of(Clock clock, WorkingCalendar calendar)
    {
        var days = new CountedDays(calendar, calendar.DayOf(clock.StartedAt), [], null);
        var limit = clock.Limit is Limit.WorkingDays given ? given.Count + clock.ExtensionDays : 0;
        int? ignored = null;
        for (var i = 0; i < clock.Suspensions.Length; i++)
        {
            var suspension = clock.Suspensions[i];
            if (days.IsStopped || days.HasNotFallenDue(limit, suspension.From))
            {
                days = days.With(suspension);
            }
            else
            {
                ignored ??= i;
            }
        }

        return ignored is null ? days : new CountedDays(calendar, days.AcceptanceDay, days.lost, days.stoppedAt) { FirstIgnored = ignored };
    }

    /// <summary>A due moment beyond the known years cannot have passed at an instant within them.</summary>
    private bool HasNotFallenDue(int limit, DateTimeOffset at) => !TryDay(limit, out var day, out _) || at < calendar.ClosesAt(day);

    /// <summary>The n-th counted day; 0 is the day of acceptance.</summary>
    /// <exception cref="ClockException">CalendarYearMissing.</exception>
    internal DateOnly Day(int number) => TryDay(number, out var day, out var missing) ? day : throw CalendarTable.Missing(missing);

    /// <summary>The n-th counted day; 0 is the day of acceptance. False, with the year, where a year on the way is missing.</summary>
    internal bool TryDay(int number, out DateOnly day, out int missing)
    {
        (day, missing) = (AcceptanceDay, 0);
        if (number > 0 && !calendar.TryAdd(AcceptanceDay, number, out day, out missing))
        {
            return false;
        }

        for (var i = 0; number > 0 && i < lost.Length && lost[i] <= day; i++)
        {
            if (!calendar.TryAdd(day, 1, out day, out missing))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>0 up to the closing moment of day 0, else the number of the first counted day whose closing moment is not before the instant.</summary>
    internal int NumberAt(DateTimeOffset at)
    {
        if (at <= calendar.ClosesAt(AcceptanceDay))
        {
            return 0;
        }

        var day = calendar.DayOf(at);
        if (IsStopped && day >= firstStopped)
        {
            return BeforeStop + 1;
        }

        return Counted(day) + (IsLost(day) ? 1 : 0);
    }

    internal bool IsLost(DateOnly day) => (IsStopped && day >= firstStopped && calendar.IsWorkingDay(day)) || lost.BinarySearch(day) >= 0;

    internal bool IsStoppedAt(DateTimeOffset at) => stoppedAt <= at;

    private int Counted(DateOnly upTo)
    {
        var position = lost.BinarySearch(upTo);
        return calendar.CountBetween(AcceptanceDay, upTo) - (position >= 0 ? position + 1 : ~position);
    }

    private CountedDays With(Suspension suspension) => suspension.To is { } end
        ? new CountedDays(calendar, AcceptanceDay, Take(suspension.From, end), stoppedAt)
        : new CountedDays(calendar, AcceptanceDay, lost, stoppedAt < suspension.From ? stoppedAt : suspension.From);

    /// <summary>A working day is lost when the suspension overlaps its working hours, unless it begins and ends on the same local date.</summary>
    private ImmutableArray<DateOnly> Take(DateTimeOffset from, DateTimeOffset to)
    {
        if (calendar.LocalDate(from) == calendar.LocalDate(to))
        {
            return lost;
        }

        var taken = new SortedSet<DateOnly>(lost);
        for (var day = FirstTouched(from, calendar); calendar.OpensAt(day) < to; day = calendar.Add(day, 1))
        {
            if (day > AcceptanceDay)
            {
                taken.Add(day);
            }
        }

        return [.. taken];
    }

    /// <summary>The first working day whose working hours an endless suspension from this instant overlaps.</summary>
    private static DateOnly FirstTouched(DateTimeOffset from, WorkingCalendar calendar)
    {
        var date = calendar.LocalDate(from);
        return calendar.IsWorkingDay(date) && from < calendar.ClosesAt(date) ? date : calendar.Add(date, 1);
    }
}
