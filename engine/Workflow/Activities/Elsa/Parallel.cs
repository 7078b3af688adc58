using System.Collections.Immutable;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs its activities beside each other and completes after all.</summary>
internal sealed class Parallel : ActivityExecutor
{
    public override string Type => "Elsa.Parallel";

    public override void Execute(Run run, Frame frame)
    {
        foreach (var activity in frame.ChildrenOf("activities"))
        {
            run.Schedule(frame, activity);
        }

        run.CompleteIfIdle(frame);
    }

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes) => run.CompleteIfIdle(frame);
}
