using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Where branches meet; when it runs is the flowchart's decision.</summary>
internal sealed class FlowJoin : ActivityExecutor
{
    public override string Type => "Elsa.FlowJoin";

    public override void Execute(Run run, Frame frame)
    {
        if (frame.Parent is { Node: { Type: ActivityTypes.Flowchart, Mode: not FlowMode.Safe } } flowchart)
        {
            // Whatever its mode: what has begun since it was scheduled is cancelled too (conformance point 5).
            CounterFlow.CancelBefore(run, flowchart, frame.Node);
        }

        run.Complete(frame);
    }
}
