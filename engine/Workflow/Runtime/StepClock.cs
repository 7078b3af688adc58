using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// The clock of a step: it begins with the full limit at each entry and stands still while the promised clock does
/// (domain.md, "Supervision levels"). Waiting for the applicant never uses up a reviewer's limit.
/// </summary>
public static class StepClock
{
    /// <summary>The clock of a task's step; null without a limit.</summary>
    public static Clock? Of(OpenTask task, CaseClock? clock) => task.StepLimitDays is { } days ? Of(task.OpenedAt, days, clock) : null;

    /// <summary>The clock of a step entered at an instant.</summary>
    /// <param name="openedAt">Instant (UTC).</param>
    /// <param name="limitDays">Working days.</param>
    /// <param name="clock">The case's clocks; null before acceptance.</param>
    public static Clock Of(DateTimeOffset openedAt, int limitDays, CaseClock? clock) => new(
        openedAt,
        Limit.Days(limitDays),
        0,
        [.. (clock?.Stops ?? [])
            .Where(stop => stop.To is null || stop.To > openedAt)
            .Select(stop => stop.From < openedAt ? stop with { From = openedAt } : stop)
            .OrderBy(stop => stop.From)]);
}
