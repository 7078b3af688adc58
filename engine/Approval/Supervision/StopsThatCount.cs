using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>A stop counts only if it began before the due moment then valid (domain.md, "Suspension"); one that came later moves no alert either.</summary>
internal static class StopsThatCount
{
    /// <summary>The clock without the stops that came too late.</summary>
    public static Clock Of(Clock clock, WorkingCalendar calendar)
    {
        var counted = clock with { Suspensions = [] };
        foreach (var stop in clock.Suspensions.OrderBy(stop => stop.From))
        {
            if (Deadlines.Read(counted, calendar, clock.StartedAt).DueAt is { } due && stop.From >= due)
            {
                break;
            }

            counted = counted with { Suspensions = counted.Suspensions.Add(stop) };
        }

        return counted;
    }
}
