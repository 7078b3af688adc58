using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// One step of an instance, mutable while it lasts: made from a state (<see cref="RunLoader"/>), moved on, and frozen into the next
/// (<see cref="RunFreezer"/>). Executors act on the flow only through it.
/// </summary>
internal sealed class Run
{
    private readonly RunLoop loop;

    public Run(CompiledFlow flow, FlowState before, FlowContext context, Stimulus stimulus)
    {
        Flow = flow;
        Before = before;
        Context = context;
        Spending = context.Spending ?? new StepSpending(context.Budget);
        Trace = context.IsTraced ? new RunTrace() : null;
        Stimulus = stimulus;
        Status = before.Status;
        SubStatus = before.SubStatus;
        Documents = before.Counters.Document;
        Ran = before.Ran;
        loop = new RunLoop(this);
        Faults = new FaultRules(this);
        Tasks = new TaskBook(this);
        Waits = new WaitBook(this);
        Clock = new ClockBook(this);
        Data = new FlowData(this);
        Frames = new FrameTree();
    }

    /// <summary>The definition.</summary>
    public CompiledFlow Flow { get; }

    /// <summary>The state before the step.</summary>
    public FlowState Before { get; }

    /// <summary>Instant, calendar, facts, actor and seed.</summary>
    public FlowContext Context { get; }

    /// <summary>What moves the instance.</summary>
    public Stimulus Stimulus { get; }

    /// <summary>Whether the instance as a whole keeps everything and turns faults into incidents.</summary>
    public bool IsSafe => Flow.Mode == FlowMode.Safe;

    /// <summary>Elsa's status.</summary>
    public FlowStatus Status { get; private set; }

    /// <summary>Elsa's sub-status.</summary>
    public FlowSubStatus SubStatus { get; private set; }

    /// <summary>What is to be done, in the order in which it arose.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>The activities that run or wait.</summary>
    public FrameTree Frames { get; }

    /// <summary>Open tasks, and who answered which step.</summary>
    public TaskBook Tasks { get; }

    /// <summary>Waiting places for events and results, and awaited calls.</summary>
    public WaitBook Waits { get; }

    /// <summary>The case's clocks, decision and ports.</summary>
    public ClockBook Clock { get; }

    /// <summary>Variables, inputs and outputs.</summary>
    public FlowData Data { get; }

    /// <summary>What is left of the step's budget.</summary>
    public StepSpending Spending { get; }

    /// <summary>What activities were given and gave; null where nobody asks.</summary>
    public RunTrace? Trace { get; }

    /// <summary>What becomes of faults.</summary>
    public FaultRules Faults { get; }

    /// <summary>Indexes of the activities that have run (safe mode).</summary>
    public ImmutableSortedSet<int> Ran { get; private set; }

    /// <summary>The activity that the instance was started at, when not at the flowchart's own start.</summary>
    public string? Trigger { get; set; }

    /// <summary>Number of the last document issued.</summary>
    public int Documents { get; set; }

    /// <summary>Name given by Elsa.SetName.</summary>
    public string? Name { get; set; }

    /// <summary>Correlation id.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Activities about to run.</summary>
    public IReadOnlyCollection<WorkItem> Queued => loop.Queued;

    /// <summary>Keeps in mind that an activity has run.</summary>
    public void Remember(ActivityNode node) => Ran = Ran.Add(node.Index);

    /// <summary>Lets an activity run when those before it have.</summary>
    public void Schedule(WorkItem item) => loop.Add(item);

    /// <summary>Lets a nested activity run.</summary>
    public void Schedule(Frame owner, ActivityNode node) => Schedule(new WorkItem(owner, node));

    /// <summary>Lets a container begin on the way down to one of its activities, with the variables it had when it was last left.</summary>
    public WorkItem ItemFor(Frame owner, IReadOnlyList<ActivityNode> way) =>
        new(owner, way[0]) { Way = [.. way.Skip(1)], Variables = way.Count > 1 ? Data.ClosedScope(way[0]) : null };

    /// <summary>Takes back what a container has scheduled.</summary>
    public void Unschedule(Predicate<WorkItem> unwanted) => loop.Remove(unwanted);

    /// <summary>Tells the loop that tokens of a container moved.</summary>
    public void Disturb(Frame? container) => loop.Disturb(container);

    /// <summary>Runs until everything waits; when nothing is left, the instance has finished.</summary>
    public void Drain()
    {
        loop.Drain();
        if (Status == FlowStatus.Running)
        {
            SubStatus = FlowSubStatus.Suspended;
            if (Frames.Count == 0)
            {
                End(FlowSubStatus.Finished);
            }
        }
    }

    /// <summary>Ends the instance; nothing in it runs or waits any more.</summary>
    public void End(FlowSubStatus how)
    {
        foreach (var root in Frames.Roots.ToList())
        {
            Cancel(root);
        }

        Unschedule(_ => true);
        Clock.DropPorts();
        Status = FlowStatus.Finished;
        SubStatus = how;
    }

    /// <summary>Completes the workflow: what runs or waits is cancelled, but what is about to run still does, as in Elsa; it leads nowhere then.</summary>
    public void CompleteWorkflow()
    {
        foreach (var root in Frames.Roots.ToList())
        {
            Close(root, FrameStatus.Completed, TaskEnd.Cancelled);
        }

        Clock.DropPorts();
        Status = FlowStatus.Finished;
        SubStatus = FlowSubStatus.Finished;
    }

    /// <summary>A fault ends the instance; its waiting places stay listed (conformance point 10).</summary>
    public void MarkFaulted()
    {
        Status = FlowStatus.Finished;
        SubStatus = FlowSubStatus.Faulted;
    }

    /// <summary>Completes an activity; its container decides what follows. Without outcomes it is Done.</summary>
    public void Complete(Frame frame, params ImmutableArray<string> outcomes) =>
        CompleteWith(frame, outcomes.IsDefaultOrEmpty ? ["Done"] : outcomes);

    /// <summary>Completes an activity with exactly these outcomes, possibly none.</summary>
    public void CompleteWith(Frame frame, ImmutableArray<string> outcomes)
    {
        if (frame.Status != FrameStatus.Running)
        {
            return;
        }

        Close(frame, FrameStatus.Completed, TaskEnd.Cancelled);
        if (Trace?.Take(frame) is { } traced)
        {
            Effects.Add(traced);
        }

        Effects.Add(new Effect.ActivityRan(frame.Node.Id, outcomes));
        if (frame.Parent is { Status: FrameStatus.Running } parent)
        {
            Faults.GuardContainer(parent, () => ActivityExecutors.Of(parent.Node).OnChildCompleted(this, parent, frame, outcomes));
        }
    }

    /// <summary>Cancels an activity with everything in it; its container goes on without it.</summary>
    public void Cancel(Frame frame, TaskEnd end = TaskEnd.Cancelled)
    {
        if (!frame.IsLive)
        {
            return;
        }

        Close(frame, FrameStatus.Cancelled, end);
        Trace?.Take(frame);
        if (frame.Parent is { Status: FrameStatus.Running } parent)
        {
            ActivityExecutors.Find(parent.Node)?.OnChildCancelled(this, parent, frame);
        }
    }

    /// <summary>Takes an activity out with everything in it, without a word to its container: its token goes elsewhere (migration).</summary>
    public void Remove(Frame frame) => Close(frame, FrameStatus.Cancelled, TaskEnd.Cancelled);

    /// <summary>Cancels everything but one activity and its containers: what runs, waits, or is about to run.</summary>
    public void CancelOthers(Frame kept)
    {
        var path = kept.Path.ToHashSet();
        Unschedule(_ => true);
        foreach (var other in Frames.All.Where(frame => !path.Contains(frame)).ToList())
        {
            Cancel(other);
        }

        foreach (var container in path)
        {
            container.Arrived.Clear();
        }
    }

    /// <summary>Cancels what runs of a nested activity and lets it run again; a loop's values stay.</summary>
    public void Restart(Frame owner, WorkItem item)
    {
        var before = owner.Children.Find(child => child.Node == item.Node);
        foreach (var child in owner.Children.Where(child => child.Node == item.Node).ToList())
        {
            Close(child, FrameStatus.Cancelled, TaskEnd.Returned);
        }

        Schedule(item with { Variables = item.Variables ?? before?.Variables });
    }

    /// <summary>Lets an activity that stands as an incident run again from its beginning, with the values of its scope.</summary>
    public void Retry(Frame frame)
    {
        Close(frame, FrameStatus.Cancelled, TaskEnd.Cancelled);
        Schedule(new WorkItem(frame.Parent, frame.Node) { CameBack = frame.CameBack, Variables = frame.Variables });
    }

    /// <summary>Sends tokens over a port of an activity beside the running flow (safe rule 6).</summary>
    /// <param name="scope">The flowchart's frame.</param>
    /// <param name="source">The activity whose port it is.</param>
    /// <param name="port">The port.</param>
    public void FirePort(Frame scope, ActivityNode source, string port) => FlowchartMode.Of(scope.Node).FirePort(this, scope, source, port);

    /// <summary>Wakes an executor up inside the rules for faults.</summary>
    public void Wake(Frame frame, Action<ActivityExecutor> how) => Faults.Guard(frame, () => how(ActivityExecutors.Of(frame.Node)));

    private void Close(Frame frame, FrameStatus status, TaskEnd end)
    {
        // The container first: what it holds ends with it and has nobody left to tell.
        Faults.Leave(frame);
        frame.Status = status;
        foreach (var child in frame.Children.ToList())
        {
            Close(child, FrameStatus.Cancelled, end);
        }

        // Elsa lets run what a container that completes has scheduled; it leads nowhere then.
        if (frame.Node.Mode == FlowMode.Safe || status == FrameStatus.Cancelled)
        {
            Unschedule(item => item.Owner == frame);
        }

        Tasks.CloseAll(frame, end);
        Waits.CloseAll(frame);
        Data.Leave(frame);
        Frames.Remove(frame);
        Disturb(frame.Parent);
        ActivityExecutors.Find(frame.Node)?.OnClosed(this, frame);
    }
}
