using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// How one type of activity runs. Stateless: what an activity remembers stands in its <see cref="Frame"/>.
/// <see cref="Execute"/> either completes the frame, schedules children, or leaves something open (a task, a wait, a call, a timer).
/// </summary>
internal abstract class ActivityExecutor
{
    /// <summary>The activity's type, for instance <c>Elsa.WriteLine</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Completing it completes its container at once.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>Begins the activity.</summary>
    /// <exception cref="ActivityFaultException">It cannot go on: the frame becomes an incident.</exception>
    public abstract void Execute(Run run, Frame frame);

    /// <summary>A child has completed.</summary>
    public virtual void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes)
    {
    }

    /// <summary>A child was cancelled by something else than this container's own end.</summary>
    public virtual void OnChildCancelled(Run run, Frame frame, Frame child)
    {
    }

    /// <summary>An Elsa.Break below has run. True when it goes no further up.</summary>
    public virtual bool OnBreak(Run run, Frame frame) => false;

    /// <summary>An event or the result of a run task arrived.</summary>
    public virtual void OnResumed(Run run, Frame frame, JsonNode? payload)
    {
    }

    /// <summary>What one of several waiting places of this frame waited for arrived.</summary>
    public virtual void OnResumed(Run run, Frame frame, Wait wait, JsonNode? payload) => OnResumed(run, frame, payload);

    /// <summary>A person answered a task of this frame. The task is closed already.</summary>
    public virtual void OnTaskAnswered(Run run, Frame frame, OpenTask task, Stimulus.CompleteTask answer)
    {
    }

    /// <summary>The answer to a call of this frame arrived. The call is closed already.</summary>
    public virtual void OnServiceAnswered(Run run, Frame frame, Stimulus.ServiceAnswered answer)
    {
    }

    /// <summary>A timer of this frame is due; it must not be wanted by <see cref="Timers"/> any more afterwards.</summary>
    public virtual void OnTimer(Run run, Frame frame, FlowTimer timer)
    {
    }

    /// <summary>The frame has ended, whichever way; its tasks, waits and calls are closed already.</summary>
    public virtual void OnClosed(Run run, Frame frame)
    {
    }

    /// <summary>The step is over and this frame is still there: derived values (due moments of its tasks) are brought up to date.</summary>
    public virtual void OnSettled(Run run, Frame frame)
    {
    }

    /// <summary>The frame goes on in another version of its definition: what it holds open takes over what that version says.</summary>
    /// <exception cref="ActivityFaultException">The new version cannot carry it on.</exception>
    public virtual void OnMigrated(Run run, Frame frame)
    {
    }

    /// <summary>The timers that this frame wants armed, read from state, calendar and clock after every step (engine/decisions: timers follow from the state).</summary>
    public virtual IEnumerable<FlowTimer> Timers(Run run, Frame frame) => [];

    /// <summary>Whether a live child stands at a nested activity or behind it, so that a person can return there.</summary>
    public virtual bool IsAtOrAfter(Run run, Frame frame, ActivityNode target, Frame standing) => standing.Node == target;

    /// <summary>Goes back to a direct child of a live container, cancelling what stands there or behind it.</summary>
    public virtual void GoBack(Run run, Frame frame, WorkItem target) => run.Restart(frame, target);

    /// <summary>Begins the container at one of its children (the first of the way down) instead of at its beginning; false when only the whole can run again.</summary>
    public virtual bool TryBeginAt(Run run, Frame frame, IReadOnlyList<ActivityNode> way) => false;
}
