using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>A fault on purpose.</summary>
internal sealed class Fault : ActivityExecutor
{
    public override string Type => "Elsa.Fault";

    public override void Execute(Run run, Frame frame) =>
        throw new ActivityFaultException(FaultKind.Raised, run.Text(frame, "message") ?? "Fault.");
}
