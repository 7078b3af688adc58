using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>
/// Arms the ports DueSoon and Overdue on the case's own clock and is done. The clock began at acceptance, whenever this activity is
/// reached; passing it again neither restarts the clock nor fires a port twice (design.md, "Our activities").
/// </summary>
internal sealed class PromiseClock : ActivityExecutor
{
    public override string Type => "Approval.PromiseClock";

    public override void Execute(Run run, Frame frame)
    {
        run.Clock.Arm(new PromisePorts(frame.Node.Id, frame.Parent?.Id ?? 0, false, false));
        run.Complete(frame);
    }
}
