using ApprovalEngine.Workflow.Activities.Approval;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// What becomes of a fault. In safe mode it stands on its activity as an incident while everything else goes on, and a person's own act
/// is refused instead where an expression fails in it; in Elsa's modes it ends the instance, unless the definition says otherwise.
/// </summary>
internal sealed class FaultRules(Run run)
{
    private bool refusesAct = run.IsSafe && run.Stimulus.IsPersonsAct();

    /// <summary>Faults that are open or ended the instance.</summary>
    public List<Incident> Incidents { get; } = [.. run.Before.Incidents];

    /// <summary>
    /// The act counts: what follows in this step is another person's answer, given before, that it lets take effect. A fault there is an
    /// incident; refused to who only signed, it would be refused for ever, and nobody would be asked to mend it.
    /// </summary>
    public void KeepAct() => refusesAct = false;

    /// <summary>Lets an activity act; a fault becomes its incident.</summary>
    public void Guard(Frame frame, Action action)
    {
        try
        {
            action();
        }
        catch (ActivityFaultException fault)
        {
            Raise(frame, fault.Kind, fault.Message);
        }
        catch (ExpressionException fault) when (!fault.IsWallTime)
        {
            if (refusesAct)
            {
                throw new ActRefusedException("ExpressionFailed", fault.Message, frame.Node.Id);
            }

            Raise(frame, FaultKind.Expression, fault.Message);
        }
    }

    /// <summary>Lets a container go on after a child; in Elsa a container that cannot is the fault of the activity that was executing.</summary>
    public void GuardContainer(Frame container, Action action)
    {
        if (run.IsSafe)
        {
            Guard(container, action);
        }
        else
        {
            action();
        }
    }

    /// <summary>An incident ends with its activity (safe mode); elsewhere the list is history.</summary>
    public void Leave(Frame frame)
    {
        if (run.IsSafe && frame.Status == FrameStatus.Faulted)
        {
            Incidents.Remove(Incidents.First(incident => incident.ActivityId == frame.Node.Id));
        }
    }

    private void Raise(Frame frame, FaultKind kind, string message)
    {
        if (!frame.IsLive)
        {
            run.Frames.Restore(frame);
        }

        if (run.IsSafe)
        {
            // What a step had opened before it failed cannot be answered; nobody shall find it in an inbox.
            run.Tasks.CloseAll(frame, TaskEnd.Cancelled);
            run.Waits.CloseAll(frame);
        }

        frame.Status = FrameStatus.Faulted;
        var incident = new Incident(frame.Node.Id, frame.Node.Type, message, kind);
        Incidents.Add(incident);
        run.Effects.Add(new Effect.IncidentRaised(incident));
        if (run.IsSafe)
        {
            IncidentDesk.Open(run, frame);
        }

        if (!run.IsSafe && !run.Flow.ContinuesWithIncidents())
        {
            run.MarkFaulted();
        }
    }
}
