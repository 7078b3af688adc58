using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Sets an output of the workflow.</summary>
internal sealed class SetOutput : ActivityExecutor
{
    public override string Type => "Elsa.SetOutput";

    public override void Execute(Run run, Frame frame)
    {
        if (run.Text(frame, "outputName") is { } name)
        {
            run.Data.SetWorkflowOutput(name, run.Input(frame, "outputValue"));
        }

        run.Complete(frame);
    }
}
