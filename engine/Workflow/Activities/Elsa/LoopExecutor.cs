using System.Collections.Immutable;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>What loops have in common: a body that runs round by round, and Elsa.Break.</summary>
internal abstract class LoopExecutor : ActivityExecutor
{
    private const string IsBroken = "broken";

    public override void Execute(Run run, Frame frame) => NextRound(run, frame);

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes)
    {
        if (frame.Get<bool>(IsBroken))
        {
            run.Complete(frame);
        }
        else
        {
            NextRound(run, frame);
        }
    }

    /// <summary>Elsa lets the body come to its end first; in safe mode the loop ends at once, with whatever still waits in it.</summary>
    public override bool OnBreak(Run run, Frame frame)
    {
        frame.Set(IsBroken, true);
        if (run.IsSafe)
        {
            run.Complete(frame);
        }

        return true;
    }

    /// <summary>Begins the next round, or completes.</summary>
    protected abstract void NextRound(Run run, Frame frame);

    /// <summary>Runs the body with values in its scope.</summary>
    protected static void RunBody(Run run, Frame frame, Dictionary<string, object?>? values = null)
    {
        if (frame.Child("body") is { } body)
        {
            run.Schedule(new WorkItem(frame, body) { Variables = values });
        }
        else
        {
            run.Complete(frame);
        }
    }
}
