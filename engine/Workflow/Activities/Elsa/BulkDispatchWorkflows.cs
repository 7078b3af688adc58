using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Hands another definition to the outbox once for each item; where they are waited for, all of them run inside this instance, and nested activities run as each ends.</summary>
internal sealed class BulkDispatchWorkflows : ActivityExecutor
{
    /// <summary>Instances of one activity: their states stand in this one's.</summary>
    private const int MaxItems = 100;

    private const string Count = "n";
    private const string Ended = "e";
    private const string Item = "Item";

    public override string Type => UsedDefinition.BulkDispatchType;

    public override void Execute(Run run, Frame frame)
    {
        var definition = InnerInstance.Named(run, frame);
        if (run.Typed(frame, "waitForCompletion", "Boolean") is not false)
        {
            run.Effects.Add(new Effect.WorkflowDispatched(run.Waits.Call(frame), frame.Node.Id, definition, null, null));
            return;
        }

        foreach (var (input, correlation) in Inputs(run, frame))
        {
            run.Effects.Add(new Effect.WorkflowDispatched(null, frame.Node.Id, definition, input, correlation));
        }

        run.Complete(frame);
    }

    public override void OnServiceAnswered(Run run, Frame frame, Stimulus.ServiceAnswered answer)
    {
        var definition = run.Text(frame, "workflowDefinitionId") ?? "";
        var inputs = Inputs(run, frame);
        frame.Set(Count, inputs.Count);
        for (var number = 1; number <= inputs.Count; number++)
        {
            var (input, correlation) = inputs[number - 1];
            new InnerInstance(run, frame, number).Start(definition, input, correlation);
        }

        GoOn(run, frame);
    }

    public override void OnResumed(Run run, Frame frame, Wait wait, JsonNode? payload)
    {
        if (Instances(run, frame).FirstOrDefault(instance => instance.WaitsAt(wait)) is { } met)
        {
            met.Resume(wait, payload);
        }

        GoOn(run, frame);
    }

    public override IEnumerable<FlowTimer> Timers(Run run, Frame frame) => Instances(run, frame).SelectMany(
        (instance, index) => instance.State.Timers.Select(timer => Runtime.Timers.Of(frame, timer.Kind, timer.DueAt, string.Create(CultureInfo.InvariantCulture, $"{index + 1}.{timer.Key}"))));

    public override void OnTimer(Run run, Frame frame, FlowTimer timer)
    {
        var name = Runtime.Timers.NameOf(timer);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        new InnerInstance(run, frame, int.Parse(name[..dot], CultureInfo.InvariantCulture)).Advance(new Stimulus.TimerDue(name[(dot + 1)..]));
        GoOn(run, frame);
    }

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes) => CompleteWhenAllEnded(run, frame);

    private static IEnumerable<InnerInstance> Instances(Run run, Frame frame) =>
        Enumerable.Range(1, frame.Get<int>(Count)).Select(number => new InnerInstance(run, frame, number));

    /// <summary>What has ended since runs its nested activity; what goes on is waited for.</summary>
    private static void GoOn(Run run, Frame frame)
    {
        run.Waits.CloseAll(frame);
        var ended = frame.Data?[Ended]?.AsArray().Select(number => number!.GetValue<int>()).ToHashSet() ?? [];
        var states = Instances(run, frame).Select(instance => instance.State).ToList();
        for (var number = 1; number <= states.Count; number++)
        {
            if (states[number - 1] is { Status: FlowStatus.Running } state)
            {
                run.Waits.AddAll(frame, state.Waits);
            }
            else if (ended.Add(number) && frame.Child(states[number - 1].SubStatus == FlowSubStatus.Faulted ? "childFaulted" : "childCompleted") is { } child)
            {
                run.Schedule(frame, child);
            }
        }

        frame.Set(Ended, new JsonArray([.. ended.Order().Select(number => (JsonNode)number)]));
        CompleteWhenAllEnded(run, frame);
    }

    private static void CompleteWhenAllEnded(Run run, Frame frame)
    {
        if (frame.Data?[Ended]?.AsArray().Count == frame.Get<int>(Count) && frame.Children.Count == 0 && !run.Queued.Any(item => item.Owner == frame))
        {
            run.Complete(frame, "Completed", "Done");
        }
    }

    /// <summary>The inputs and the correlation id of each instance: an item that is a dictionary gives inputs itself.</summary>
    private static List<(JsonObject Input, string? Correlation)> Inputs(Run run, Frame frame)
    {
        var items = FlowValue.ToJson(run.Typed(frame, "items", "Object")) switch
        {
            JsonArray list => list,
            JsonValue text when text.TryGetValue<string>(out var json) && Listed(json) is { } list => list,
            _ => throw new ActivityFaultException(FaultKind.Input, $"The items of {frame.Node.Id} are no list."),
        };
        if (items.Count > MaxItems)
        {
            throw new ActivityFaultException(FaultKind.TooMuch, $"{frame.Node.Id} has {items.Count} items; at most {MaxItems} are dispatched.");
        }

        var shared = FlowValue.ToJson(run.Typed(frame, "input", "ObjectDictionary")) as JsonObject ?? [];
        var key = run.Text(frame, "defaultItemInputKey") is { Length: > 0 } given ? given : Item;
        return [.. items.Select(item => (Input(shared, key, item), Correlation(run, frame, item)))];
    }

    private static JsonArray? Listed(string json) => FlowValue.Coerce(json, "Object", isArray: true) as JsonArray;

    private static JsonObject Input(JsonObject shared, string key, JsonNode? item)
    {
        var input = shared.DeepClone().AsObject();
        foreach (var (name, value) in item as JsonObject ?? new JsonObject { [key] = item?.DeepClone() })
        {
            input[name] = value?.DeepClone();
        }

        return input;
    }

    /// <summary>Computed for each item, which the expression sees as the variable <c>Item</c>.</summary>
    private static string? Correlation(Run run, Frame frame, JsonNode? item)
    {
        frame.Variables ??= new(StringComparer.Ordinal);
        frame.Variables[Item] = FlowValue.From(item?.DeepClone());
        var correlation = run.Text(frame, "correlationIdFunction");
        frame.Variables.Remove(Item);
        return correlation;
    }
}
