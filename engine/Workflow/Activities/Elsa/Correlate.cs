using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Gives the instance its correlation id.</summary>
internal sealed class Correlate : ActivityExecutor
{
    public override string Type => "Elsa.Correlate";

    public override void Execute(Run run, Frame frame)
    {
        run.CorrelationId = run.Text(frame, "correlationId");
        run.Complete(frame);
    }
}
