using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs its body once an item of a list.</summary>
internal sealed class ForEach : LoopExecutor
{
    private const string Items = "items";
    private const string Next = "next";

    public override string Type => "Elsa.ForEach";

    public override void Execute(Run run, Frame frame)
    {
        // Fixed when the loop begins: what changes the list meanwhile changes no round of it.
        frame.Set(Items, (run.Typed(frame, "items", "List<Object>") as JsonArray)?.DeepClone() ?? new JsonArray());
        base.Execute(run, frame);
    }

    protected override void NextRound(Run run, Frame frame)
    {
        var items = frame.Data![Items]!.AsArray();
        var index = frame.Get<int>(Next);
        if (index >= items.Count)
        {
            run.Complete(frame);
            return;
        }

        frame.Set(Next, index + 1);
        var value = FlowValue.From(items[index]?.DeepClone());
        run.Data.SetOutput(frame, "currentValue", value);
        RunBody(run, frame, new(StringComparer.Ordinal) { ["CurrentValue"] = value, ["CurrentIndex"] = index });
    }
}
