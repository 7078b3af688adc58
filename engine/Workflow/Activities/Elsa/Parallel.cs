using System.Collections.Immutable;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs its activities beside each other and completes after all.</summary>
internal sealed class Parallel : ActivityExecutor
{
    private const string Remaining = "remaining";

    public override string Type => "Elsa.Parallel";

    public override void Execute(Run run, Frame frame)
    {
        var activities = frame.ChildrenOf("activities");
        frame.Set(Remaining, activities.Length);
        foreach (var activity in activities)
        {
            run.Schedule(frame, activity);
        }

        if (activities.IsEmpty)
        {
            run.Complete(frame);
        }
    }

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes)
    {
        var remaining = frame.Get<int>(Remaining) - 1;
        frame.Set(Remaining, remaining);
        if (remaining == 0)
        {
            run.Complete(frame);
        }
    }
}
