using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Activities and connections between them; its mode decides what runs next.</summary>
internal sealed class Flowchart : ActivityExecutor
{
    public override string Type => ActivityTypes.Flowchart;

    public override void Execute(Run run, Frame frame) => FlowchartMode.Begin(run, frame);

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes)
    {
        if (ActivityExecutors.Of(child.Node).IsTerminal)
        {
            run.Complete(frame);
        }
        else
        {
            FlowchartMode.Of(frame.Node).OnCompleted(run, frame, child, outcomes);
        }
    }

    public override void OnChildCancelled(Run run, Frame frame, Frame child) => FlowchartMode.Of(frame.Node).OnCancelled(run, frame, child);

    public override bool IsAtOrAfter(Run run, Frame frame, ActivityNode target, Frame standing) => SafeFlow.IsAtOrAfter(run, frame, target, standing);

    public override void GoBack(Run run, Frame frame, WorkItem target) => SafeFlow.GoBack(run, frame, target);

    public override bool TryBeginAt(Run run, Frame frame, IReadOnlyList<ActivityNode> way)
    {
        run.Schedule(run.ItemFor(frame, way));
        return true;
    }
}
