using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Waits for an instant; one that has passed is not waited for.</summary>
internal sealed class StartAt : MomentExecutor
{
    public override string Type => "Elsa.StartAt";

    protected override DateTimeOffset DueAt(Run run, Frame frame) =>
        run.Typed(frame, "dateTime", "DateTimeOffset") as DateTimeOffset? ?? throw new ActivityFaultException(FaultKind.Input, "The instant to wait for is not known.");
}
