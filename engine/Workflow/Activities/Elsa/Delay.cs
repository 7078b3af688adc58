using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Waits for a span of time.</summary>
internal sealed class Delay : MomentExecutor
{
    public override string Type => "Elsa.Delay";

    protected override DateTimeOffset DueAt(Run run, Frame frame) =>
        run.Context.Now + (run.Typed(frame, "timeSpan", "TimeSpan") as TimeSpan? ?? TimeSpan.Zero);
}
