using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>
/// What a correction and a special procedure have in common: the clocks that the law says stand still until it is over, and it has an
/// end of its own (domain.md, "Suspension"). Before acceptance no clock runs yet.
/// </summary>
internal abstract class StopExecutor : TaskExecutor
{
    private const string Since = "since";
    private const string Within = "within";
    private const string Stop = "stop";

    /// <summary>Outcome when it is over as hoped.</summary>
    protected abstract string Over { get; }

    /// <summary>Outcome when its own end passes, or a person says that it failed.</summary>
    protected abstract string Failed { get; }

    /// <summary>Kind of its task.</summary>
    protected abstract TaskKind Kind { get; }

    /// <summary>Role that its task is offered to.</summary>
    protected abstract string Role { get; }

    public override void Execute(Run run, Frame frame)
    {
        frame.SetInstant(Since, run.Context.Now);
        if (run.Days(frame, "withinDays") is { } days)
        {
            frame.Set(Within, days);
        }

        // The task first: where its offer cannot be worked out, no clock has been stopped.
        Open(run, frame, Kind, TaskOffers.Of(run, frame, Role), [Over, Failed]);
        if (run.Clock is { Case: not null, Decision: null })
        {
            var key = $"s{frame.Id}";
            run.Clock.Append(new ClockEvent.Stopped(
                run.Context.Now, key, StopsLegal(run, frame), Cause(run, frame), run.Text(frame, "basis"), run.Context.Actor, Document(run, frame), EndsAt(run, frame)));
            frame.Set(Stop, key);
        }
    }

    public override IEnumerable<FlowTimer> Timers(Run run, Frame frame) =>
        EndsAt(run, frame) is { } end
            ? [.. base.Timers(run, frame), Runtime.Timers.Of(frame, TimerKind.StopEnds, StepLimits.JustAfter(end), "end")]
            : base.Timers(run, frame);

    public override void OnTimer(Run run, Frame frame, FlowTimer timer)
    {
        if (timer.Kind == TimerKind.StopEnds)
        {
            run.Complete(frame, Failed);
        }
        else
        {
            base.OnTimer(run, frame, timer);
        }
    }

    public override void OnTaskAnswered(Run run, Frame frame, OpenTask task, Stimulus.CompleteTask answer)
    {
        TakeData(run, frame, answer);
        var restarts = answer.Outcome == Over && run.Flag(frame, "restartsLimit");
        run.Complete(frame, answer.Outcome);
        if (restarts && run.Clock is { Case: not null, Decision: null })
        {
            run.Clock.Append(new ClockEvent.Restarted(run.Context.Now));
        }
    }

    public override void OnClosed(Run run, Frame frame)
    {
        if (frame.Get<string>(Stop) is { } key)
        {
            run.Clock.Append(new ClockEvent.Resumed(run.Context.Now, key));
        }
    }

    /// <summary>Whether the legal clock stops too.</summary>
    protected abstract bool StopsLegal(Run run, Frame frame);

    /// <summary>Cause of the stop.</summary>
    protected abstract string Cause(Run run, Frame frame);

    /// <summary>The written notice that goes with it.</summary>
    protected abstract string? Document(Run run, Frame frame);

    private static DateTimeOffset? EndsAt(Run run, Frame frame) =>
        frame.Data?[Within] is null ? null : StepLimits.EndOf(run, frame.Instant(Since), frame.Get<int>(Within));
}
