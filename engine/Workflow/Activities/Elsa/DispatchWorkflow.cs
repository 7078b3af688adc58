using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>
/// Hands another definition to the outbox and goes on; it runs in a step of its own, whatever becomes of this one. Where it is waited for,
/// that step is this instance's, and the definition runs inside it as with Elsa.ExecuteWorkflow.
/// </summary>
internal sealed class DispatchWorkflow : ExecuteWorkflow
{
    public override string Type => UsedDefinition.DispatchType;

    public override void Execute(Run run, Frame frame)
    {
        var definition = InnerInstance.Named(run, frame);
        if (run.Flag(frame, "waitForCompletion"))
        {
            run.Effects.Add(new Effect.WorkflowDispatched(run.Waits.Call(frame), frame.Node.Id, definition, null, null));
            return;
        }

        var input = FlowValue.ToJson(run.Typed(frame, "input", "ObjectDictionary")) as JsonObject;
        run.Effects.Add(new Effect.WorkflowDispatched(null, frame.Node.Id, definition, input, run.Text(frame, "correlationId")));
        run.Complete(frame);
    }

    public override void OnServiceAnswered(Run run, Frame frame, Stimulus.ServiceAnswered answer) => GoOn(run, frame, Begin(run, frame));

    protected override object? Result(InnerInstance instance, FlowState state) => InnerInstance.Outputs(state);
}
