using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs another definition as an instance of its own, kept inside this one, and gives its status and outputs.</summary>
internal class ExecuteWorkflow : ActivityExecutor
{
    public override string Type => UsedDefinition.ExecuteType;

    public override void Execute(Run run, Frame frame)
    {
        var state = Begin(run, frame);
        if (state.Status == FlowStatus.Running && run.Typed(frame, "waitForCompletion", "Boolean") is false)
        {
            throw new ActivityFaultException(FaultKind.Definition, $"The definition '{run.Text(frame, "workflowDefinitionId")}' waits, but nothing here waits for it: it would be lost.");
        }

        GoOn(run, frame, state);
    }

    public sealed override void OnResumed(Run run, Frame frame, Wait wait, JsonNode? payload) => GoOn(run, frame, new InnerInstance(run, frame).Resume(wait, payload));

    public sealed override IEnumerable<FlowTimer> Timers(Run run, Frame frame) =>
        new InnerInstance(run, frame).State.Timers.Select(timer => Runtime.Timers.Of(frame, timer.Kind, timer.DueAt, timer.Key));

    public sealed override void OnTimer(Run run, Frame frame, FlowTimer timer) =>
        GoOn(run, frame, new InnerInstance(run, frame).Advance(new Stimulus.TimerDue(Runtime.Timers.NameOf(timer))));

    /// <summary>Begins the definition that the inputs name.</summary>
    protected static FlowState Begin(Run run, Frame frame) => new InnerInstance(run, frame).Start(
        run.Text(frame, "workflowDefinitionId") ?? "",
        FlowValue.ToJson(run.Typed(frame, "input", "ObjectDictionary")) as JsonObject,
        run.Text(frame, "correlationId"));

    /// <summary>Waits for what it waits for, or completes with it.</summary>
    protected void GoOn(Run run, Frame frame, FlowState state)
    {
        run.Waits.CloseAll(frame);
        if (state.Status == FlowStatus.Running)
        {
            run.Waits.AddAll(frame, state.Waits);
            return;
        }

        run.Data.SetOutput(frame, "result", Result(new InnerInstance(run, frame), state));
        run.Complete(frame);
    }

    /// <summary>What the activity gives when the definition has ended.</summary>
    protected virtual object? Result(InnerInstance instance, FlowState state) => new JsonObject
    {
        ["WorkflowInstanceId"] = instance.Id,
        ["Status"] = state.Status.ToString(),
        ["SubStatus"] = state.SubStatus.ToString(),
        ["Output"] = InnerInstance.Outputs(state),
    };
}
