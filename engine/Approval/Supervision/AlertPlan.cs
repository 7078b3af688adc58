using System.Collections.Immutable;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>Which alerts a case has coming, read from its state: the same for a live case, a job after downtime and a replay of history.</summary>
public static class AlertPlan
{
    /// <summary>All alerts of the state, in the order in which they come; those raised already are among them, their key tells.</summary>
    /// <param name="state">The case's state. None come before acceptance, once it is closed, while a clock stands still, or where its due moment is not known.</param>
    /// <param name="calendar">The centre's calendar.</param>
    /// <param name="profile">The centre's levels.</param>
    public static ImmutableArray<PlannedAlert> For(FlowState state, WorkingCalendar calendar, LevelProfile profile)
    {
        if (state.Decision is not null || state.Status == FlowStatus.Finished)
        {
            return [];
        }

        return [.. MeasuredClocks(state, calendar)
            .SelectMany(measured => profile.Rules.Where(rule => rule.Measured == measured.Kind).Select(rule => Plan(rule, measured, calendar)))
            .OfType<PlannedAlert>()
            .GroupBy(alert => alert.Key)
            .Select(same => same.MinBy(alert => alert.RaiseAt)!)
            .OrderBy(alert => alert.RaiseAt)
            .ThenBy(alert => alert.Level)];
    }

    private static IEnumerable<MeasuredClock> MeasuredClocks(FlowState state, WorkingCalendar calendar)
    {
        if (state.Clock is { } clock)
        {
            yield return new(AlertClock.Promised, Deadlines.WithoutLateStops(clock.Promised, calendar), null);
            yield return new(AlertClock.Legal, Deadlines.WithoutLateStops(clock.Legal, calendar), null);
        }

        foreach (var task in state.Tasks)
        {
            if (StepClock.Of(task, state.Clock) is { } step)
            {
                yield return new(AlertClock.Step, Deadlines.WithoutLateStops(step, calendar), task.Id);
            }
        }
    }

    private static PlannedAlert? Plan(LevelRule rule, MeasuredClock measured, WorkingCalendar calendar)
    {
        var moment = rule.At switch
        {
            LevelMoment.ShareUsed share => OpeningOf(limit => Deadlines.DayOfShare(limit, share.Percent), measured.Clock, calendar),
            LevelMoment.LastDays last => OpeningOf(limit => Math.Max(1, limit - last.Days + 1), measured.Clock, calendar),
            LevelMoment.Overdue overdue => DueAt(measured.Clock, overdue.MoreDays, calendar),
            _ => null,
        };
        var grain = rule.At is LevelMoment.Overdue ? TimeSpan.FromMicroseconds(1) : TimeSpan.Zero;
        var key = measured.TaskNo is { } no ? $"{rule.Clock}:{no}:{rule.Level}" : $"{rule.Clock}:{rule.Level}";
        return moment is { } at ? new(key, rule.Clock, rule.Level, at, at + grain, measured.TaskNo, measured.Clock) : null;
    }

    /// <summary>When the counted day opens that a limit names; null where no days are counted.</summary>
    private static DateTimeOffset? OpeningOf(Func<int, int> day, Clock clock, WorkingCalendar calendar)
    {
        if (clock.Limit is not Limit.WorkingDays limit || limit.Count + clock.ExtensionDays == 0 || Read(clock, calendar)?.DueAt is null)
        {
            return null;
        }

        // Stops that began after that day's closing do not reach back to it, so a clock with the smaller limit falls due on it.
        var number = day(limit.Count + clock.ExtensionDays);
        return Read(clock with { Limit = Limit.Days(number), ExtensionDays = 0 }, calendar)?.DueAt is { } due ? calendar.OpensAt(calendar.LocalDate(due)) : null;
    }

    private static DateTimeOffset? DueAt(Clock clock, int moreDays, WorkingCalendar calendar) => (clock.Limit, moreDays) switch
    {
        // A limit given as an instant has no working days to add to.
        (Limit.Calendar, > 0) => null,
        _ => Read(clock with { ExtensionDays = clock.ExtensionDays + moreDays }, calendar)?.DueAt,
    };

    private static ClockReading? Read(Clock clock, WorkingCalendar calendar) =>
        clock.Suspensions.Any(stop => stop.To is null) ? null : Deadlines.Read(clock, calendar, clock.StartedAt);

    private sealed record MeasuredClock(AlertClock Kind, Clock Clock, int? TaskNo);
}
