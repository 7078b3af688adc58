using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Names the instance.</summary>
internal sealed class SetName : ActivityExecutor
{
    public override string Type => "Elsa.SetName";

    public override void Execute(Run run, Frame frame)
    {
        run.Name = run.Text(frame, "value");
        run.Complete(frame);
    }
}
