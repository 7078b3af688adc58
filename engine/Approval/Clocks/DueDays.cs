using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>How many working days there are until a due moment, as lists show it.</summary>
/// <param name="Calendar">The centre's calendar.</param>
/// <param name="At">The instant (UTC) from which it is counted.</param>
internal sealed record DueDays(WorkingCalendar Calendar, DateTimeOffset At)
{
    /// <summary>
    /// 0 on the day itself, below 0 once it is overdue, at least by one where a year on the way is not known; null where there is no due moment, or such a
    /// year lies before one that is still to come.
    /// </summary>
    public int? Until(DateTimeOffset? dueAt)
    {
        if (dueAt is not { } due)
        {
            return null;
        }

        try
        {
            var days = Calendar.CountBetween(Calendar.DayOf(At), Calendar.LocalDate(due));
            // A due moment given from outside may pass within a working day.
            return due < At ? Math.Min(days, -1) : days;
        }
        catch (ClockException missing) when (missing.Code == ClockException.CalendarYearMissing)
        {
            return due < At ? -1 : null;
        }
    }

    /// <summary>The instant (UTC) before which everything is due that has so many working days left, or fewer.</summary>
    public DateTimeOffset EndOf(int workingDays)
    {
        var today = Calendar.DayOf(At);
        try
        {
            return Calendar.BeginsAt(Calendar.Add(today, workingDays + 1));
        }
        catch (ClockException missing) when (missing.Code == ClockException.CalendarYearMissing)
        {
            // Until the end of the last year that is known all of it is nearer; beyond that nothing is said of any day.
            return Calendar.BeginsAt(new DateOnly(today.Year + 1, 1, 1));
        }
    }
}
