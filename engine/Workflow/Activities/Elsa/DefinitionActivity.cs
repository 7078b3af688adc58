using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>
/// A published definition used as an activity: its inputs come from the activity's, its outputs go to the activity's, and Elsa.Complete in
/// it gives its outcomes (conformance point 6). It runs inside the instance that uses it.
/// </summary>
internal sealed class DefinitionActivity : ActivityExecutor
{
    private const string Inputs = "in";

    public override string Type => "";

    public override void Execute(Run run, Frame frame)
    {
        var inputs = new JsonObject();
        foreach (var input in frame.Node.Used!.Inputs)
        {
            var value = Given(run, frame, input.Name, input.TypeName);
            inputs[input.Name] = FlowValue.ToJson(value)?.DeepClone();
            run.Trace?.Given(frame, input.Name, value);
        }

        frame.Set(Inputs, inputs);
        run.RunChild(frame, "root");
    }

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes) => run.Complete(frame);

    /// <summary>The used definition inside which a frame stands; null at the workflow's own level.</summary>
    public static Frame? Around(Frame frame) => frame.Path.Skip(1).FirstOrDefault(scope => scope.Node.Used is not null);

    /// <summary>An input as the used definition sees it.</summary>
    public static object? Input(Frame used, string name) => FlowValue.From((used.Data?[Inputs] as JsonObject)?[name]?.DeepClone());

    /// <summary>Names of the inputs of a used definition.</summary>
    public static IEnumerable<string> InputNames(Frame used) => used.Node.Used!.Inputs.Select(input => input.Name);

    /// <summary>The name of an input or output as a property of the activity.</summary>
    public static string Property(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The using side works the value out: the used definition's variables are not in sight there.</summary>
    private static object? Given(Run run, Frame frame, string name, string typeName) =>
        frame.Node.Inputs.GetValueOrDefault(Property(name))?.Expression is { } expression
            ? ExpressionEvaluator.Evaluate(expression, typeName, new FrameScope(run, frame.Parent ?? frame))
            : null;
}
