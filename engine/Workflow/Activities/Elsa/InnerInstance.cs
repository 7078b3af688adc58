using System.Globalization;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>
/// Another definition that runs as an instance of its own, kept inside the frame of the activity that runs it. What it waits for, the frame
/// waits for. People's tasks and calls belong to a case: a definition that opens one is used as an activity instead.
/// </summary>
/// <param name="run">The step.</param>
/// <param name="frame">The frame that keeps it.</param>
/// <param name="number">Tells several instances of one frame apart; 0 where there is one only.</param>
internal sealed class InnerInstance(Run run, Frame frame, int number = 0)
{
    private const int Deepest = 16;

    private readonly string suffix = number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The definition that an activity names.</summary>
    /// <exception cref="ActivityFaultException">It names none.</exception>
    public static string Named(Run run, Frame frame) => run.Text(frame, "workflowDefinitionId") is { Length: > 0 } definition
        ? definition
        : throw new ActivityFaultException(FaultKind.Input, $"{frame.Node.Id} names no definition.");

    /// <summary>Id of the instance.</summary>
    public string Id => $"{run.Context.InstanceId}/{frame.Id}{(number == 0 ? "" : "." + suffix)}";

    /// <summary>Where it stands; <see cref="FlowState.New"/> before it has begun.</summary>
    public FlowState State => frame.DataNow?["s" + suffix] is { } kept ? FlowStateJson.Read(kept.ToJsonString(FlowValue.Deep)) : FlowState.New;

    private string Definition => frame.Get<string>("id" + suffix)!;

    /// <summary>Begins it.</summary>
    /// <exception cref="ActivityFaultException">The definition is not known, or cannot run so.</exception>
    public FlowState Start(string definitionId, JsonObject? inputs, string? correlationId)
    {
        frame.Set("id" + suffix, definitionId);
        return run.Context.Depth == Deepest
            ? throw new ActivityFaultException(FaultKind.TooMuch, $"Definitions execute each other more than {Deepest} deep.")
            : Advance(new Stimulus.Start(inputs, correlationId));
    }

    /// <summary>Whether it waits at such a place.</summary>
    public bool WaitsAt(Wait place) => State.Waits.Any(wait => wait with { Frame = place.Frame } == place);

    /// <summary>What it waited for has come.</summary>
    public FlowState Resume(Wait wait, JsonNode? payload) =>
        Advance(wait.Kind == ActivityTypes.Event ? new Stimulus.EventReceived(wait.Name ?? "", payload) : new Stimulus.TaskResult(wait.Name ?? "", payload));

    /// <summary>Moves it on and keeps its state.</summary>
    public FlowState Advance(Stimulus stimulus)
    {
        var flow = run.Flow.Called(Definition) ?? throw new ActivityFaultException(FaultKind.Definition, $"The definition '{Definition}' is not published, or was not when this flow was made ready.");
        var context = run.Context with { Case = null, InstanceId = Id, Seed = run.Context.Seed ^ (ulong)frame.Id ^ ((ulong)number << 32), Depth = run.Context.Depth + 1, Spending = run.Spending };
        var transition = Interpreter.Advance(flow, State, stimulus, context);
        var state = transition.State;
        if (!state.Tasks.IsEmpty || !state.Calls.IsEmpty)
        {
            throw new ActivityFaultException(FaultKind.Definition, $"The definition '{Definition}' asks people or services, which only a case can do: use it as an activity.");
        }

        run.Effects.AddRange(transition.Effects.Where(effect => effect is Effect.LineWritten or Effect.NotificationRequested or Effect.EventPublished or Effect.WorkflowDispatched));
        frame.Set("s" + suffix, JsonNode.Parse(FlowStateJson.Write(state), null, FlowValue.Reading));
        return state;
    }

    /// <summary>Its outputs by name.</summary>
    public static JsonObject Outputs(FlowState state) => new(state.Output.Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone())));
}
