using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Approval.Demo;

/// <summary>Time as people at desks spend it: only while the centre is open.</summary>
internal sealed class WorkingTime(WorkingCalendar calendar)
{
    /// <summary>The instant at which so much office time has passed.</summary>
    public DateTimeOffset After(DateTimeOffset at, TimeSpan worked)
    {
        at = Open(at);
        while (true)
        {
            var today = calendar.ClosesAt(calendar.LocalDate(at)) - at;
            if (worked <= today)
            {
                return at + worked;
            }

            worked -= today;
            at = calendar.OpensAt(calendar.Add(calendar.LocalDate(at), 1));
        }
    }

    /// <summary>The instant itself while the centre is open, else the next opening.</summary>
    public DateTimeOffset Open(DateTimeOffset at)
    {
        var date = calendar.LocalDate(at);
        if (!calendar.IsWorkingDay(date) || at >= calendar.ClosesAt(date))
        {
            return calendar.OpensAt(calendar.Add(date, 1));
        }

        return at < calendar.OpensAt(date) ? calendar.OpensAt(date) : at;
    }
}
