using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>
/// 辦結: fixes decision and closing instant, ends both clocks, cancels all other tokens, and goes on over Done (delivery, exchange,
/// archive, rating). Nothing returns to before it. A second one changes nothing.
/// </summary>
internal sealed class CloseCase : ActivityExecutor
{
    public override string Type => "Approval.CloseCase";

    public override void Execute(Run run, Frame frame)
    {
        var text = run.Text(frame, "decision");
        if (!Enum.TryParse<Decision>(text, out var decision) || !Enum.IsDefined(decision))
        {
            throw new ActivityFaultException(FaultKind.Input, $"{text} is no decision: Granted, Refused, Withdrawn or Terminated.");
        }

        if (run.Clock.Decision is null)
        {
            run.CancelOthers(frame);
            CaseEnd.Fix(run, decision, frame.Node.Id);
        }

        run.Complete(frame);
    }
}
