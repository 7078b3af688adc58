using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>Extension and end of a case by a person's act.</summary>
internal static class ClockActs
{
    public static void Extend(Run run, Stimulus.ExtendLimit extension)
    {
        if (run.Clock.Case is not { } clock || run.Clock.Decision is not null)
        {
            throw new ActRefusedException("ClockNotRunning", "Only an accepted case that is not closed has a limit to extend.");
        }

        if (extension.Days < 1 || clock.PromisedLimit is not Limit.WorkingDays)
        {
            throw new ActRefusedException("ExtensionNotPossible", "A limit in working days can be extended by one or more of them.");
        }

        if (!Deadlines.Read(clock.Promised, run.Context.Calendar, run.Context.Now).IsOnTime)
        {
            throw new ActRefusedException("ExtensionTooLate", "A limit can be extended only before its due moment passes.");
        }

        run.Clock.Append(new ClockEvent.Extended(run.Context.Now, extension.Days, extension.Reason));
    }

    public static void End(Run run, Stimulus.EndCase end)
    {
        if (run.Clock.Decision is not null)
        {
            throw new ActRefusedException("CaseEnded", "The case is closed already.");
        }

        if (end.Decision is not (Decision.Withdrawn or Decision.Terminated))
        {
            throw new ActRefusedException("DecisionNotPossible", "A decision on the matter comes from the flow: here a case ends only as withdrawn or terminated.");
        }

        run.End(FlowSubStatus.Finished);
        CaseEnd.Fix(run, end.Decision, null);
    }
}
