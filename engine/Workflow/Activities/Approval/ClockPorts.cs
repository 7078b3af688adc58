using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>The ports that PromiseClock armed: when they are due, and what follows when they are.</summary>
internal static class ClockPorts
{
    /// <summary>Timers for the ports that have not fired; none before acceptance, while the clock stands still, or while a calendar year is missing.</summary>
    public static IEnumerable<FlowTimer> Timers(Run run)
    {
        if (run.Clock.Case is not { } clock || run.Clock.Ports.Count == 0)
        {
            yield break;
        }

        var reading = Deadlines.Read(clock.Promised, run.Context.Calendar, clock.AcceptedAt);
        foreach (var port in run.Clock.Ports)
        {
            if (!port.DueSoonFired && reading.NoticeAt is { } notice)
            {
                yield return new FlowTimer(Key("DueSoon", port), TimerKind.DueSoon, port.ActivityId, notice);
            }

            if (!port.OverdueFired && reading.DueAt is { } due)
            {
                yield return new FlowTimer(Key("Overdue", port), TimerKind.Overdue, port.ActivityId, StepLimits.JustAfter(due));
            }
        }
    }

    /// <summary>A port's moment has come.</summary>
    public static void OnTimer(Run run, FlowTimer timer)
    {
        var port = run.Clock.Ports.First(port => port.ActivityId == timer.ActivityId);
        var isOverdue = timer.Kind == TimerKind.Overdue;
        run.Clock.Update(isOverdue ? port with { OverdueFired = true } : port with { DueSoonFired = true });
        var source = run.Flow.Activities[port.ActivityId];
        // A flowchart that a return opened again has another frame.
        var scope = run.Frames.Find(port.Scope) ?? run.Frames.All.FirstOrDefault(frame => frame.Node == source.Parent);
        PortBeside.Fire(run, scope, source, isOverdue ? "Overdue" : "DueSoon");
    }

    private static string Key(string port, PromisePorts ports) => $"clock/{port}/{ports.ActivityId}";
}
