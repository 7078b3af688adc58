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
        var before = run.Before.Timers;
        var wanted = run.Status == FlowStatus.Running ? Wanted(run) : [];
        foreach (var timer in wanted)
        {
            if (!before.Contains(timer))
            {
                run.Effects.Add(new Effect.TimerSet(timer));
            }
        }

        foreach (var timer in before)
        {
            if (!Holds(wanted, timer.Key))
            {
                run.Effects.Add(new Effect.TimerDropped(timer.Key));
            }
        }

        return wanted;
    }

    private static bool Holds(ImmutableArray<FlowTimer> timers, string key)
    {
        foreach (var timer in timers)
        {
            if (timer.Key == key)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<FlowTimer> Wanted(Run run)
    {
        var wanted = ImmutableArray.CreateBuilder<FlowTimer>();
        foreach (var frame in run.Frames.All)
        {
            if (frame.Status == FrameStatus.Running)
            {
                wanted.AddRange(ActivityExecutors.Of(frame.Node).Timers(run, frame));
            }
        }

        wanted.AddRange(CaseActs.ClockTimers(run));
        return wanted.DrainToImmutable();
    }
}
