using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Sets an output of the workflow, or of the definition used as an activity around it.</summary>
internal sealed class SetOutput : ActivityExecutor
{
    public override string Type => "Elsa.SetOutput";

    public override void Execute(Run run, Frame frame)
    {
        if (run.Text(frame, "outputName") is { } name)
        {
            var value = run.Input(frame, "outputValue");
            if (DefinitionActivity.Around(frame) is { } used)
            {
                run.Data.SetOutput(used, DefinitionActivity.Property(name), value);
            }
            else
            {
                run.Data.SetWorkflowOutput(name, value);
            }
        }

        run.Complete(frame);
    }
}
