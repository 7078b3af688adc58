using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs its body while a condition holds.</summary>
internal sealed class While : LoopExecutor
{
    public override string Type => "Elsa.While";

    protected override void NextRound(Run run, Frame frame)
    {
        if (run.Flag(frame, "condition"))
        {
            RunBody(run, frame);
        }
        else
        {
            run.Complete(frame);
        }
    }
}
