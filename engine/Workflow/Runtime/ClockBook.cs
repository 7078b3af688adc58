using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>The case's clocks, decision and armed ports, of a run.</summary>
internal sealed class ClockBook(Run run)
{
    private readonly List<PromisePorts> ports = [.. run.Before.Ports];

    /// <summary>The ledger; null before acceptance.</summary>
    public CaseClock? Case { get; private set; } = run.Before.Clock;

    /// <summary>How the case was closed.</summary>
    public Decision? Decision { get; private set; } = run.Before.Decision;

    /// <summary>The activity that closed it.</summary>
    public string? ClosedBy { get; private set; } = run.Before.ClosedBy;

    /// <summary>The stop by which a person has suspended the case.</summary>
    public CaseStop? Stop { get; private set; } = run.Before.Stop;

    /// <summary>Ports armed on the case's clock.</summary>
    public IReadOnlyList<PromisePorts> Ports => ports;

    /// <summary>Starts the clocks with the limits of the item's version.</summary>
    public void Start(DateTimeOffset acceptedAt, Limit legal, Limit promised)
    {
        Case = new CaseClock(acceptedAt, legal, promised, []);
        Append(new ClockEvent.Started(acceptedAt));
    }

    /// <summary>Adds an entry to the ledger.</summary>
    public void Append(ClockEvent entry)
    {
        Case = Case! with { Events = Case.Events.Add(entry) };
        run.Effects.Add(new Effect.ClockChanged(entry));
    }

    /// <summary>Suspends the case.</summary>
    public void Suspend(ClockEvent.Stopped stop)
    {
        Append(stop);
        Stop = new CaseStop(stop.Key, stop.EndsAt!.Value);
    }

    /// <summary>Ends a suspension of the case; nothing happens when there is none.</summary>
    public void Resume()
    {
        if (Stop is { } stop)
        {
            Append(new ClockEvent.Resumed(run.Context.Now, stop.Key));
            Stop = null;
        }
    }

    /// <summary>Fixes the decision.</summary>
    public void Close(Decision decision, string? activityId)
    {
        Decision = decision;
        ClosedBy = activityId;
        run.Effects.Add(new Effect.CaseClosed(decision));
    }

    /// <summary>Arms the ports of a PromiseClock, once.</summary>
    public void Arm(PromisePorts armed)
    {
        if (!ports.Exists(port => port.ActivityId == armed.ActivityId))
        {
            ports.Add(armed);
        }
    }

    /// <summary>Keeps that a port has fired.</summary>
    public void Update(PromisePorts changed) => ports[ports.FindIndex(port => port.ActivityId == changed.ActivityId)] = changed;

    /// <summary>The ports end with the case.</summary>
    public void DropPorts() => ports.Clear();
}
