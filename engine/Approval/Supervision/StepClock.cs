using System.Collections.Immutable;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>The clock of one step: begins with the full limit at each entry and stands still while the promised clock does (domain.md, "Supervision levels").</summary>
internal static class StepClock
{
    /// <summary>The clock of a task's step; null without a limit.</summary>
    public static Clock? Of(OpenTask task, FlowState state) =>
        task.StepLimitDays is { } days ? new Clock(task.OpenedAt, Limit.Days(days), 0, [.. Stops(task, state)]) : null;

    private static IEnumerable<Suspension> Stops(OpenTask task, FlowState state) =>
        (state.Clock?.Promised.Suspensions ?? ImmutableArray<Suspension>.Empty)
        .Where(stop => stop.To is null || stop.To > task.OpenedAt)
        .Select(stop => stop.From < task.OpenedAt ? stop with { From = task.OpenedAt } : stop);
}
