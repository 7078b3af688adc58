using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Lets activities run, one after the other, until everything waits.</summary>
internal sealed class RunLoop(Run run)
{
    private readonly WorkQueue queue = new();
    private readonly HashSet<Frame> unsettled = [];

    /// <summary>Activities about to run.</summary>
    public IReadOnlyCollection<WorkItem> Queued => queue;

    /// <summary>Lets an activity run when those before it have.</summary>
    public void Add(WorkItem item)
    {
        queue.Add(item);
        Disturb(item.Owner);
    }

    /// <summary>Takes back what is not wanted any more.</summary>
    public void Remove(Predicate<WorkItem> unwanted)
    {
        foreach (var item in queue.Remove(unwanted))
        {
            Disturb(item.Owner);
        }
    }

    /// <summary>Keeps in mind that tokens of a container moved: merges must be looked at before anything else runs.</summary>
    public void Disturb(Frame? container)
    {
        if (container is not null && FlowchartMode.Settles(container.Node))
        {
            unsettled.Add(container);
        }
    }

    /// <summary>Runs until everything waits. A fault that ends the instance (Elsa's modes) does not stop what is already about to run.</summary>
    public void Drain()
    {
        do
        {
            Settle();
            while (queue.TryTake(out var item))
            {
                Execute(item);
                Settle();
            }
        }
        while (BreakTie());
    }

    private void Execute(WorkItem item)
    {
        var frame = run.Frames.Open(item);
        if (run.IsSafe)
        {
            run.Remember(item.Node);
        }

        run.Faults.Guard(frame, () =>
        {
            run.Spending.CountActivity();
            var executor = ActivityExecutors.Of(frame.Node);
            if (item.Way.Count == 0 || !executor.TryBeginAt(run, frame, item.Way))
            {
                executor.Execute(run, frame);
            }
        });
    }

    private void Settle()
    {
        while (unsettled.Count > 0)
        {
            var frame = unsettled.Count == 1 ? unsettled.First() : unsettled.MinBy(frame => frame.Id)!;
            unsettled.Remove(frame);
            if (frame.Status == FrameStatus.Running)
            {
                FlowchartMode.Of(frame.Node).Settle(run, frame);
            }
        }
    }

    private bool BreakTie() => run.Frames.All.Any(frame => FlowchartMode.Settles(frame.Node) && FlowchartMode.Of(frame.Node).TryBreakTie(run, frame));
}
