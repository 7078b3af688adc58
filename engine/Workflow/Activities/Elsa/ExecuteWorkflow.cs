using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>
/// Runs another definition as an instance of its own, kept inside this one, and gives its status and outputs. What it waits for, this
/// instance waits for. People's tasks belong to a case: a definition that opens one is used as an activity instead.
/// </summary>
internal sealed class ExecuteWorkflow : ActivityExecutor
{
    private const int Deepest = 16;
    private const string Instance = "s";
    private const string Definition = "id";

    public override string Type => UsedDefinition.ExecuteType;

    public override void Execute(Run run, Frame frame)
    {
        frame.Set(Definition, run.Text(frame, "workflowDefinitionId") ?? "");
        if (run.Context.Depth == Deepest)
        {
            throw new ActivityFaultException($"Definitions execute each other more than {Deepest} deep.");
        }

        var inputs = FlowValue.ToJson(run.Typed(frame, "input", "ObjectDictionary")) as JsonObject;
        Advance(run, frame, FlowState.New, new Stimulus.Start(inputs, run.Text(frame, "correlationId")));
    }

    public override void OnResumed(Run run, Frame frame, Wait wait, JsonNode? payload) => Advance(
        run, frame, Kept(frame), wait.Kind == "Elsa.Event" ? new Stimulus.EventReceived(wait.Name ?? "", payload) : new Stimulus.TaskResult(wait.Name ?? "", payload));

    public override IEnumerable<FlowTimer> Timers(Run run, Frame frame) =>
        Kept(frame).Timers.Select(timer => Runtime.Timers.Of(frame, timer.Kind, timer.DueAt, timer.Key));

    public override void OnTimer(Run run, Frame frame, FlowTimer timer) =>
        Advance(run, frame, Kept(frame), new Stimulus.TimerDue(timer.Key[(timer.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]));

    private static void Advance(Run run, Frame frame, FlowState before, Stimulus stimulus)
    {
        var id = frame.Get<string>(Definition)!;
        var flow = run.Flow.Called(id) ?? throw new ActivityFaultException($"The definition '{id}' is not published, or was not when this flow was made ready.");
        var context = run.Context with { Case = null, InstanceId = $"{run.Context.InstanceId}/{frame.Id}", Seed = run.Context.Seed ^ (ulong)frame.Id, Depth = run.Context.Depth + 1 };
        var transition = Interpreter.Advance(flow, before, stimulus, context);
        var state = transition.State;
        if (!state.Tasks.IsEmpty || !state.Calls.IsEmpty)
        {
            throw new ActivityFaultException($"The definition '{id}' asks people or services, which only a case can do: use it as an activity.");
        }

        run.Effects.AddRange(transition.Effects.Where(effect => effect is Effect.LineWritten or Effect.NotificationRequested or Effect.EventPublished));
        if (state.Status == FlowStatus.Running && run.Typed(frame, "waitForCompletion", "Boolean") is false)
        {
            throw new ActivityFaultException($"The definition '{id}' waits, but nothing here waits for it: it would be lost.");
        }

        frame.Set(Instance, JsonNode.Parse(FlowStateJson.Write(state)));
        run.Waits.CloseAll(frame);
        if (state.Status == FlowStatus.Running)
        {
            run.Waits.AddAll(frame, state.Waits);
            return;
        }

        run.Data.SetOutput(frame, "result", new JsonObject
        {
            ["WorkflowInstanceId"] = context.InstanceId,
            ["Status"] = state.Status.ToString(),
            ["SubStatus"] = state.SubStatus.ToString(),
            ["Output"] = new JsonObject(state.Output.Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone()))),
        });
        run.Complete(frame);
    }

    private static FlowState Kept(Frame frame) => FlowStateJson.Read(frame.Data![Instance]!.ToJsonString());
}
