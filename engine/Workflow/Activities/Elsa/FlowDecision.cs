using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Goes one of two ways.</summary>
internal sealed class FlowDecision : ActivityExecutor
{
    public override string Type => "Elsa.FlowDecision";

    public override void Execute(Run run, Frame frame) =>
        run.Complete(frame, run.Flag(frame, "condition") ? "True" : "False");
}
