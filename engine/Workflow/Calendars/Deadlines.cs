namespace ApprovalEngine.Workflow.Calendars;

/// <summary>The one function that says what a clock comes to; engine, alerts, figures and screens all call it (domain.md, section 3).</summary>
public static class Deadlines
{
    /// <summary>A notice comes when this share of the days is used (domain.md, "Supervision levels").</summary>
    private const int NoticePercent = 80;

    /// <summary>Reads a clock. A suspension that begins at or after the due moment then valid moves nothing.</summary>
    /// <param name="clock">Budget and events.</param>
    /// <param name="calendar">The centre's calendar.</param>
    /// <param name="at">Instant (UTC) at which it is read: now, or the closing.</param>
    public static ClockReading Read(Clock clock, WorkingCalendar calendar, DateTimeOffset at) => clock.Limit switch
    {
        Limit.Calendar given => ReadGiven(clock, given, calendar, at),
        Limit.WorkingDays days => ReadWorkingDays(clock, days.Count, calendar, at),
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock.Limit, "This kind of limit is not known."),
    };

    /// <summary>The clock without the suspensions that began at or after the due moment then valid: with a longer limit they move nothing either.</summary>
    public static Clock WithoutLateStops(Clock clock, WorkingCalendar calendar)
    {
        if (clock.Limit is Limit.Calendar given)
        {
            return clock with { Suspensions = clock.Suspensions.RemoveAll(stop => stop.From >= given.DueAt) };
        }

        try
        {
            // They stand in the order in which they began: what follows a late one is late too.
            return CountedDays.Of(clock, calendar).FirstIgnored is { } first ? clock with { Suspensions = clock.Suspensions[..first] } : clock;
        }
        catch (ClockException missing) when (missing.Code == ClockException.CalendarYearMissing)
        {
            return clock;
        }
    }

    /// <summary>The counted day at whose opening so much of a limit is used, at the latest the last: day min(N, ceil(N × percent / 100) + 1).</summary>
    /// <param name="limitDays">Working days, with extensions.</param>
    /// <param name="percent">Share of the limit.</param>
    public static int DayOfShare(int limitDays, int percent) => Math.Min(limitDays, ((limitDays * percent) + 99) / 100 + 1);

    /// <summary>Checks the ledger against the rules for suspensions (domain.md, "Suspension").</summary>
    /// <exception cref="ClockException">SuspensionEmpty, SuspensionBeforeAcceptance, SuspensionAfterDue or CalendarYearMissing.</exception>
    public static void Check(Clock clock, WorkingCalendar calendar)
    {
        foreach (var suspension in clock.Suspensions)
        {
            if (suspension.To <= suspension.From)
            {
                throw new ClockException("SuspensionEmpty", "A suspension must end after it begins.");
            }

            if (suspension.From < clock.StartedAt)
            {
                throw new ClockException("SuspensionBeforeAcceptance", "A suspension may not begin before acceptance.");
            }
        }

        if (clock.Limit is Limit.WorkingDays && CountedDays.Of(clock, calendar).FirstIgnored is not null)
        {
            throw new ClockException("SuspensionAfterDue", "A suspension may not begin at or after the due moment.");
        }
    }

    private static ClockReading ReadGiven(Clock clock, Limit.Calendar given, WorkingCalendar calendar, DateTimeOffset at) => new(clock, calendar, at)
    {
        AcceptanceDay = calendar.LocalDate(clock.StartedAt),
        DueAt = given.DueAt,
        IsOnTime = at <= given.DueAt,
    };

    private static ClockReading ReadWorkingDays(Clock clock, int limit, WorkingCalendar calendar, DateTimeOffset at)
    {
        var reading = new ClockReading(clock, calendar, at);
        var total = limit + clock.ExtensionDays;
        try
        {
            var days = CountedDays.Of(clock, calendar);
            reading = reading with { AcceptanceDay = days.AcceptanceDay, IsStopped = days.IsStoppedAt(at) };
            return WithUsed(WithDue(reading, days, total, calendar), days, total, at);
        }
        catch (ClockException missing) when (missing.Code == ClockException.CalendarYearMissing)
        {
            return reading with { MissingYear = missing.Year, IsOnTime = true };
        }
    }

    private static ClockReading WithDue(ClockReading reading, CountedDays days, int total, WorkingCalendar calendar)
    {
        if (days.IsStopped)
        {
            return reading;
        }

        if (!days.TryDay(total, out var due, out var missing))
        {
            return reading with { MissingYear = missing };
        }

        // The day of the share lies before it, so its year is known too.
        _ = days.TryDay(DayOfShare(total, NoticePercent), out var notice, out _);
        return reading with { DueAt = calendar.ClosesAt(due), NoticeAt = total == 0 ? null : calendar.OpensAt(notice) };
    }

    /// <summary>Days used need the calendar up to the instant read only: a case closed before the missing year has them, whatever its due moment.</summary>
    private static ClockReading WithUsed(ClockReading reading, CountedDays days, int total, DateTimeOffset at)
    {
        try
        {
            var used = days.NumberAt(at);
            return reading with { UsedDays = used, RemainingDays = total - (days.IsStopped ? days.BeforeStop : used), IsOnTime = used <= total };
        }
        catch (ClockException missing) when (missing.Code == ClockException.CalendarYearMissing)
        {
            // What was found before the gap stands (a due moment that is known, while the instant read lies in the missing year).
            return reading with { MissingYear = missing.Year, IsOnTime = reading.DueAt is not { } due || at <= due };
        }
    }
}
