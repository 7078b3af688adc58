using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>What ends a case's clocks and fixes its decision, by the flow or by a person's act.</summary>
internal static class CaseEnd
{
    /// <summary>Fixes the decision at the instant of the step.</summary>
    public static void Fix(Run run, Decision decision, string? activityId)
    {
        run.Clock.DropPorts();
        run.Clock.Resume();
        if (run.Clock.Case is not null)
        {
            run.Clock.Append(new ClockEvent.Ended(run.Context.Now));
        }

        run.Clock.Close(decision, activityId);
    }
}
