using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Writes a line to the journal.</summary>
internal sealed class WriteLine : ActivityExecutor
{
    public override string Type => "Elsa.WriteLine";

    public override void Execute(Run run, Frame frame)
    {
        run.Effects.Add(new Effect.LineWritten(frame.Node.Id, run.Text(frame, "text") ?? ""));
        run.Complete(frame);
    }
}
