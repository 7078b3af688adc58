using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>What activities that wait for a moment have in common. The moment is fixed when the wait begins.</summary>
internal abstract class MomentExecutor : ActivityExecutor
{
    private const string Due = "due";

    public override void Execute(Run run, Frame frame)
    {
        var dueAt = DueAt(run, frame);
        if (dueAt <= run.Context.Now)
        {
            run.Complete(frame);
            return;
        }

        frame.Set(Due, dueAt.UtcTicks);
        run.Waits.Add(frame);
    }

    public override IEnumerable<FlowTimer> Timers(Run run, Frame frame) =>
        [Runtime.Timers.Of(frame, TimerKind.Delay, new DateTimeOffset(frame.Get<long>(Due), TimeSpan.Zero))];

    public override void OnTimer(Run run, Frame frame, FlowTimer timer) => run.Complete(frame);

    /// <summary>Whether this activity has begun the instance, so that its moment has come already.</summary>
    protected static bool IsTrigger(Run run, Frame frame) => run.Trigger == frame.Node.Id && run.Stimulus is Stimulus.Start;

    /// <summary>The moment waited for.</summary>
    protected abstract DateTimeOffset DueAt(Run run, Frame frame);
}
