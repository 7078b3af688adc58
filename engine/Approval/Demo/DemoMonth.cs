using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Approval.Demo;

/// <summary>The month of the demo.</summary>
internal static class DemoMonth
{
    private const int EarliestYear = 2000;

    /// <summary>
    /// The latest month, not later than the last whole one, whose cases all fall due inside the calendars: an application of its last
    /// day still has its legal limit, with extension, in published years.
    /// </summary>
    /// <exception cref="RuleBrokenException">There is no such month.</exception>
    public static DateOnly Latest(WorkingCalendar calendar, IEnumerable<ItemEntry> items, DateTimeOffset now)
    {
        var longest = items.Max(item => item.LegalDays + (item.ExtensionDays ?? 0));
        var today = calendar.LocalDate(now);
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        while (!FallsInside(calendar, month, longest))
        {
            month = month.Year > EarliestYear ? month.AddMonths(-1) : throw new RuleBrokenException("CalendarMissing", "No month has calendars for all limits of the items.", "month");
        }

        return month;
    }

    private static bool FallsInside(WorkingCalendar calendar, DateOnly month, int days)
    {
        var last = new DateTimeOffset(month.AddMonths(1).AddDays(-1).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        return Deadlines.Read(new Clock(last, Limit.Days(days), 0, []), calendar, last).DueAt is not null;
    }
}
