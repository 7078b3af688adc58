using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// The days within which an application is answered (Licensing Law 32), as a clock that explains itself day by day. They begin with receipt,
/// and anew when corrected material arrives.
/// </summary>
internal static class AcceptanceClock
{
    /// <summary>The clock; null where no application waits for an answer that silence would give.</summary>
    /// <param name="row">The case.</param>
    /// <param name="calendar">The centre's calendar.</param>
    public static Clock? Of(CaseRecord row, WorkingCalendar calendar)
    {
        if (row.State.Tasks.FirstOrDefault(one => one.Kind == TaskKind.Acceptance) is not { } task || TaskDue.EndOf(task, row.State) is not { } end)
        {
            return null;
        }

        // As the flow itself reckons: a signer's part, or a task that was only closed, begins nothing anew.
        var since = row.State.WasAnswered(task.ActivityId) ? task.OpenedAt : row.ReceivedAt;
        return new Clock(since, Limit.Days(calendar.CountBetween(calendar.DayOf(since), calendar.LocalDate(end))), 0, []);
    }
}
