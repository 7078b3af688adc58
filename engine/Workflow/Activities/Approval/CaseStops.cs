using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>A person suspends a case and lets it go on; it ends by itself on its date (domain.md, "Suspension").</summary>
internal static class CaseStops
{
    /// <summary>Key of the timer that ends a suspension.</summary>
    public const string TimerKey = "clock/stop";

    public static void Suspend(Run run, Stimulus.SuspendCase suspension)
    {
        if (run.Clock is not { Case: { } clock, Decision: null })
        {
            throw new ActRefusedException("ClockNotRunning", "Only an accepted case that is not closed can be suspended.");
        }

        var (now, calendar) = (run.Context.Now, run.Context.Calendar);
        if (!Deadlines.Read(clock.Promised, calendar, now).IsOnTime)
        {
            throw new ActRefusedException("SuspensionTooLate", "A case can be suspended only before its promised due moment passes.");
        }

        var endsAt = calendar.ClosesAt(suspension.EndsOn);
        if (endsAt <= now)
        {
            throw new ActRefusedException("SuspensionEndsInThePast", $"A suspension that ends on {suspension.EndsOn:yyyy-MM-dd} is over already.");
        }

        run.Clock.Suspend(new ClockEvent.Stopped(
            now, $"c{clock.Events.Length}", suspension.StopsLegal, suspension.Cause, suspension.Basis, suspension.Approver, suspension.Document, endsAt));
    }

    public static void Resume(Run run)
    {
        if (run.Clock.Stop is null)
        {
            throw new ActRefusedException("CaseNotSuspended", "The case is not suspended.");
        }

        run.Clock.Resume();
    }

    /// <summary>The timer of the suspension's own end.</summary>
    public static IEnumerable<FlowTimer> Timers(Run run) =>
        run.Clock.Stop is { } stop ? [new FlowTimer(TimerKey, TimerKind.StopEnds, null, StepLimits.JustAfter(stop.EndsAt))] : [];
}
