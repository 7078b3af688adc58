using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Inside a flow: waits until its interval has passed. The activity that triggered the instance does not wait.</summary>
internal sealed class Timer : MomentExecutor
{
    public override string Type => "Elsa.Timer";

    protected override DateTimeOffset DueAt(Run run, Frame frame) => IsTrigger(run, frame)
        ? run.Context.Now
        : run.Context.Now + (run.Typed(frame, "interval", "TimeSpan") as TimeSpan? ?? TimeSpan.Zero);
}
