using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Makes the next state from a run.</summary>
internal static class RunFreezer
{
    public static Transition Freeze(Run run, int matched)
    {
        foreach (var frame in run.Frames.All)
        {
            ActivityExecutors.Find(frame.Node)?.OnSettled(run, frame);
        }

        var timers = TimerBoard.Settle(run);
        var state = run.Before with
        {
            Status = run.Status,
            SubStatus = run.SubStatus,
            Frames = Frames(run),
            Waits = Waits(run),
            Calls = [.. run.Waits.Calls],
            Tasks = [.. run.Tasks.Open],
            Timers = timers,
            Clock = run.Clock.Case,
            Stop = run.Clock.Stop,
            Decision = run.Clock.Decision,
            ClosedBy = run.Clock.ClosedBy,
            Ports = [.. run.Clock.Ports],
            Incidents = [.. run.Faults.Incidents],
            Name = run.Name,
            CorrelationId = run.CorrelationId,
            Trigger = run.Trigger,
            Ran = run.Ran,
            Doers = run.Tasks.Doers,
            Counters = new Counters(run.Frames.Last, run.Tasks.Last, run.Waits.LastCall, run.Documents),
        };
        return new Transition(run.Data.Freeze(state), Effects(run), matched);
    }

    private static ImmutableArray<FrameState> Frames(Run run)
    {
        var frames = ImmutableArray.CreateBuilder<FrameState>(run.Frames.Count);
        foreach (var frame in run.Frames.All)
        {
            frames.Add(Freeze(run, frame));
        }

        return frames.MoveToImmutable();
    }

    private static ImmutableArray<Effect> Effects(Run run)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>(run.Effects.Count);
        foreach (var effect in run.Effects)
        {
            effects.Add(Settled(run, effect));
        }

        effects.AddRange(run.Trace?.Left ?? []);
        return effects.DrainToImmutable();
    }

    /// <summary>A task is told as it stands at the end of the step, with its due moment.</summary>
    private static Effect Settled(Run run, Effect effect) =>
        effect is Effect.TaskOpened opened && run.Tasks.Find(opened.Task.Id) is { } task ? new Effect.TaskOpened(task) : effect;

    /// <summary>Real Elsa lists no waiting place of a cancelled instance, but still finds it when its event arrives.</summary>
    private static ImmutableArray<Wait> Waits(Run run) =>
        run.SubStatus == FlowSubStatus.Cancelled && !run.IsSafe ? run.Before.Waits : [.. run.Waits.Open];

    private static FrameState Freeze(Run run, Frame frame) => new()
    {
        Id = frame.Id,
        ActivityId = frame.Node.Id,
        Parent = frame.Parent?.Id,
        CameBack = frame.CameBack,
        IsFaulted = frame.Status == FrameStatus.Faulted,
        Data = frame.DataNow,
        Variables = run.Data.Freeze(frame),
        Visits = frame.Visits?.Activities ?? [],
        Follows = frame.Visits?.Connections ?? [],
        Arrived = frame.ArrivedNow,
        Tokens = frame.TokensNow,
    };
}
