using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs its activities one after the other.</summary>
internal sealed class Sequence : ActivityExecutor
{
    private const string IsBroken = "broken";

    public override string Type => "Elsa.Sequence";

    public override void Execute(Run run, Frame frame) => RunAt(run, frame, 0);

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes)
    {
        if (frame.Get<bool>(IsBroken) || ActivityExecutors.Of(child.Node).IsTerminal)
        {
            run.Complete(frame);
        }
        else
        {
            RunAt(run, frame, Position(frame, child.Node) + 1);
        }
    }

    /// <summary>Every sequence between a Break and its loop ends with the activity that is running in it.</summary>
    public override bool OnBreak(Run run, Frame frame)
    {
        frame.Set(IsBroken, true);
        return false;
    }

    public override bool IsAtOrAfter(Run run, Frame frame, ActivityNode target, Frame standing) => Position(frame, standing.Node) >= Position(frame, target);

    public override void GoBack(Run run, Frame frame, WorkItem target)
    {
        foreach (var child in frame.Children.ToList())
        {
            run.Cancel(child, TaskEnd.Returned);
        }

        run.Schedule(target);
    }

    public override bool TryBeginAt(Run run, Frame frame, IReadOnlyList<ActivityNode> way)
    {
        run.Schedule(run.ItemFor(frame, way));
        return true;
    }

    private static void RunAt(Run run, Frame frame, int position)
    {
        var activities = frame.ChildrenOf("activities");
        if (position < activities.Length)
        {
            run.Schedule(frame, activities[position]);
        }
        else
        {
            run.Complete(frame);
        }
    }

    private static int Position(Frame frame, ActivityNode activity) => frame.ChildrenOf("activities").IndexOf(activity);
}
