using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Where a flowchart begins.</summary>
internal sealed class Start : ActivityExecutor
{
    public override string Type => "Elsa.Start";

    public override void Execute(Run run, Frame frame) => run.Complete(frame);
}
