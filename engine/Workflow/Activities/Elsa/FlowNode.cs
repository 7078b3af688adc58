using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs one nested activity.</summary>
internal sealed class FlowNode : ActivityExecutor
{
    public override string Type => "Elsa.FlowNode";

    public override void Execute(Run run, Frame frame) => run.RunChild(frame, "body");

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes) => run.Complete(frame);

    public override bool TryBeginAt(Run run, Frame frame, IReadOnlyList<ActivityNode> way)
    {
        run.Schedule(run.ItemFor(frame, way));
        return true;
    }
}
