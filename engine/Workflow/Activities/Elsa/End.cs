using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Completes its own container at once; what waits in other branches is dropped (conformance point 7).</summary>
internal sealed class End : ActivityExecutor
{
    public override string Type => "Elsa.End";

    public override bool IsTerminal => true;

    public override void Execute(Run run, Frame frame) => run.Complete(frame);
}
