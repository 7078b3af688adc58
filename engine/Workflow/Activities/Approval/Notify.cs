using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>Tells people something; delivered through the outbox.</summary>
internal sealed class Notify : ActivityExecutor
{
    public override string Type => "Approval.Notify";

    public override void Execute(Run run, Frame frame)
    {
        run.Effects.Add(new Effect.NotificationRequested(
            frame.Node.Id, run.Text(frame, "to") ?? "applicant", run.Text(frame, "subject") ?? "", run.Text(frame, "text") ?? ""));
        run.Complete(frame);
    }
}
