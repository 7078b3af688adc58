using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs its body for all items of a list beside each other and completes after all. The list is fixed when it begins.</summary>
internal sealed class ParallelForEach : ActivityExecutor
{
    public override string Type => "Elsa.ParallelForEach";

    public override void Execute(Run run, Frame frame)
    {
        var items = run.Input(frame, "items") as JsonArray ?? [];
        if (frame.Child("body") is { } body)
        {
            for (var index = 0; index < items.Count; index++)
            {
                run.Schedule(new WorkItem(frame, body)
                {
                    Variables = new(StringComparer.Ordinal) { ["CurrentValue"] = FlowValue.From(items[index]?.DeepClone()), ["CurrentIndex"] = index },
                });
            }
        }

        run.CompleteIfIdle(frame);
    }

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes) => run.CompleteIfIdle(frame);

    public override void OnChildCancelled(Run run, Frame frame, Frame child) => run.CompleteIfIdle(frame);
}
