using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>A person returns the case to a step that has run (elsa-format.md, safe rules 5 and 8).</summary>
internal static class Returns
{
    /// <summary>
    /// Looks for the innermost container on the way to the step in which something stands on that way or behind it, and goes back there:
    /// to the step itself where its container is still open, else to a container on the way, which is opened again.
    /// </summary>
    /// <exception cref="ActRefusedException">The step has not run, nothing stands on it or forward of it, or the case was closed after it.</exception>
    public static int Apply(Run run, Stimulus.ReturnTo back)
    {
        if (!run.Flow.Activities.TryGetValue(back.ActivityId, out var step) || !run.IsSafe || !run.Ran.Contains(step.Index))
        {
            throw Refused(back, "The step has not run.");
        }

        if (IsBeforeClosing(run, step))
        {
            throw Refused(back, "The case was closed after this step.");
        }

        var from = From(run, back);
        var way = Way(step);
        for (var depth = way.Count - 2; depth >= 0; depth--)
        {
            foreach (var frame in run.Frames.All.Where(frame => frame.Node == way[depth] && frame.Status == FrameStatus.Running))
            {
                var executor = ActivityExecutors.Of(frame.Node);
                var target = way[depth + 1];
                if (frame.Children.Exists(child => (from is null || from.Path.Contains(child)) && executor.IsAtOrAfter(run, frame, target, child)))
                {
                    executor.GoBack(run, frame, run.ItemFor(frame, way.Skip(depth + 1).ToList()));
                    return 1;
                }
            }
        }

        throw Refused(back, "Nothing is open on the step or after it.");
    }

    private static Frame? From(Run run, Stimulus.ReturnTo back)
    {
        if (back.TaskId is not { } id)
        {
            return null;
        }

        var task = run.Tasks.Find(id) ?? throw new ActRefusedException("TaskNotOpen", "The task is not open any more.");
        return run.Frames.Find(task.Frame);
    }

    private static bool IsBeforeClosing(Run run, ActivityNode step)
    {
        if (run.Clock.ClosedBy is not { } id || run.Flow.Activities[id] is not { Parent: { } flowchart } closing)
        {
            return false;
        }

        var place = Way(step).FirstOrDefault(node => node.Parent == flowchart);
        return place is null || !FlowchartGraph.Of(flowchart, run.Trigger).ForwardOf(closing).Contains(place);
    }

    /// <summary>The activities from the root down to one.</summary>
    private static List<ActivityNode> Way(ActivityNode activity)
    {
        var way = new List<ActivityNode>();
        for (var node = activity; node is not null; node = node.Parent)
        {
            way.Insert(0, node);
        }

        return way;
    }

    private static ActRefusedException Refused(Stimulus.ReturnTo back, string why) => new("ReturnNotPossible", why, back.ActivityId);
}
