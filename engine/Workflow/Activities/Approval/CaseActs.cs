using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>What people do with the tasks and clocks of a case. An act that the case does not allow is refused; nothing has changed then.</summary>
internal static class CaseActs
{
    /// <summary>Applies an act; gives how many waiting places it met.</summary>
    /// <exception cref="ActRefusedException">The act is not possible.</exception>
    public static int Apply(Run run, Stimulus act)
    {
        switch (act)
        {
            case Stimulus.CompleteTask answer:
                TaskActs.Complete(run, answer);
                break;
            case Stimulus.ClaimTask claim:
                TaskActs.Claim(run, claim);
                break;
            case Stimulus.ReleaseTask release:
                TaskActs.Release(run, release);
                break;
            case Stimulus.TransferTask transfer:
                TaskActs.Transfer(run, transfer);
                break;
            case Stimulus.DelegateTask delegation:
                Delegation.Delegate(run, delegation);
                break;
            case Stimulus.RecallTask recall:
                Delegation.Recall(run, recall);
                break;
            case Stimulus.AddSigner signer:
                Signers.Add(run, signer);
                break;
            case Stimulus.RemoveSigner signer:
                Signers.Remove(run, signer);
                break;
            case Stimulus.UrgeTask urging:
                Urging.Urge(run, urging);
                break;
            case Stimulus.ReplacePerson replacement:
                return Replacement.Apply(run, replacement);
            case Stimulus.SuspendCase suspension:
                CaseStops.Suspend(run, suspension);
                break;
            case Stimulus.ResumeCase:
                CaseStops.Resume(run);
                break;
            case Stimulus.ResolveIncident resolution:
                IncidentDesk.Resolve(run, resolution);
                break;
            case Stimulus.ExtendLimit extension:
                ClockActs.Extend(run, extension);
                break;
            case Stimulus.EndCase end:
                ClockActs.End(run, end);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, "This stimulus is no act on a case.");
        }

        return 1;
    }

    /// <summary>A timer of the case's own clock (<see cref="FlowTimer.ActivityId"/> of a port) is due.</summary>
    public static void OnClockTimer(Run run, FlowTimer timer)
    {
        if (timer.Key == CaseStops.TimerKey)
        {
            run.Clock.Resume();
        }
        else
        {
            ClockPorts.OnTimer(run, timer);
        }
    }

    /// <summary>The timers that the case's own clock wants armed.</summary>
    public static IEnumerable<FlowTimer> ClockTimers(Run run) => [.. ClockPorts.Timers(run), .. CaseStops.Timers(run)];
}
