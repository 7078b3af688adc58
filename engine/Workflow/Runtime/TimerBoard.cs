using System.Collections.Immutable;
using ApprovalEngine.Workflow.Activities.Approval;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// Which timers are armed after a step: derived from the state, compared with what was armed before
/// (engine/decisions: timers follow from the state). So nothing else needs to move or drop a timer.
/// </summary>
internal static class TimerBoard
{
    /// <summary>The timers wanted now; tells the shell what changed.</summary>
    public static ImmutableArray<FlowTimer> Settle(Run run)
    {
        var wanted = run.Status == FlowStatus.Running ? Wanted(run) : [];
        foreach (var timer in wanted.Where(timer => !run.Before.Timers.Contains(timer)))
        {
            run.Effects.Add(new Effect.TimerSet(timer));
        }

        var keys = wanted.Select(timer => timer.Key).ToHashSet();
        foreach (var timer in run.Before.Timers.Where(timer => !keys.Contains(timer.Key)))
        {
            run.Effects.Add(new Effect.TimerDropped(timer.Key));
        }

        return wanted;
    }

    private static ImmutableArray<FlowTimer> Wanted(Run run) =>
        [.. run.Frames.All
            .Where(frame => frame.Status == FrameStatus.Running)
            .SelectMany(frame => ActivityExecutors.Of(frame.Node).Timers(run, frame))
            .Concat(CaseActs.ClockTimers(run))];
}
