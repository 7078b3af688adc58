using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// What activities were given and gave within a step, for who looks at a trial: real Elsa keeps it with each execution. A case's step is never
/// traced, for it would say what only those may read who see the case.
/// </summary>
internal sealed class RunTrace
{
    /// <summary>Characters of one value; what is longer is cut and ends in an ellipsis.</summary>
    private const int MaxText = 2_000;

    private readonly SortedDictionary<int, Effect.ActivityTraced> open = [];

    /// <summary>An input was worked out.</summary>
    public void Given(Frame frame, string name, object? value) => Of(frame).Inputs[Pascal(name)] = Shown(value);

    /// <summary>An output was set.</summary>
    public void Gave(Frame frame, string name, object? value) => Of(frame).Outputs[Pascal(name)] = Shown(value);

    /// <summary>What is known of an activity that ends; null for nothing.</summary>
    public Effect? Take(Frame frame) => open.Remove(frame.Id, out var traced) ? traced : null;

    /// <summary>What is known of those that go on.</summary>
    public IEnumerable<Effect> Left => open.Values;

    private Effect.ActivityTraced Of(Frame frame) =>
        open.TryGetValue(frame.Id, out var traced) ? traced : open[frame.Id] = new Effect.ActivityTraced(frame.Node.Id, [], []);

    /// <summary>Elsa names inputs and outputs in PascalCase there.</summary>
    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static JsonNode? Shown(object? value)
    {
        var text = value as string ?? FlowValue.ToJsonText(value);
        return text.Length > MaxText ? JsonValue.Create(text[..MaxText] + "…") : FlowValue.ToJson(value)?.DeepClone();
    }
}
