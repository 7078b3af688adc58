using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Parts into branches.</summary>
internal sealed class FlowFork : ActivityExecutor
{
    public override string Type => "Elsa.FlowFork";

    public override void Execute(Run run, Frame frame) => run.Complete(frame, run.Texts(frame, "branches") ?? []);
}
