using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Reads an activity's inputs.</summary>
internal static class RunInputs
{
    // A designer's list of outcomes or branches is the same at every step: read once and kept with its flow.
    private static readonly ConditionalWeakTable<FlowExpression, StrongBox<ImmutableArray<string>?>> Listed = [];

    /// <summary>An input by its camelCase name, converted to the input's type; null when it is absent or null.</summary>
    public static object? Input(this Run run, Frame frame, string name) =>
        run.Traced(frame, name, ExpressionEvaluator.Evaluate(frame.Node.Inputs.GetValueOrDefault(name), new FrameScope(run, frame)));

    /// <summary>A text input.</summary>
    public static string? Text(this Run run, Frame frame, string name) => (string?)run.Typed(frame, name, "String");

    /// <summary>A whole number.</summary>
    public static int? Number(this Run run, Frame frame, string name) => (int?)run.Typed(frame, name, "Int32");

    /// <summary>A flag; false when it is absent.</summary>
    public static bool Flag(this Run run, Frame frame, string name) => run.Typed(frame, name, "Boolean") is true;

    /// <summary>A list of texts; null when it is absent.</summary>
    public static ImmutableArray<string>? Texts(this Run run, Frame frame, string name)
    {
        var expression = frame.Node.Inputs.GetValueOrDefault(name)?.Expression;
        if (expression is not { Type: "Object" or "Literal" })
        {
            return Texts(run.Typed(frame, name, "List<String>"));
        }

        var listed = Listed.GetValue(expression, _ => new StrongBox<ImmutableArray<string>?>(Texts(run.Typed(frame, name, "List<String>")))).Value;
        run.Trace?.Given(frame, name, listed is { } texts ? new JsonArray([.. texts.Select(text => (JsonNode)text)]) : null);
        return listed;
    }

    private static ImmutableArray<string>? Texts(object? value) => value is JsonArray items ? [.. items.Select(item => item?.ToString() ?? "")] : null;

    /// <summary>An input converted to a given type, whatever type the document names.</summary>
    public static object? Typed(this Run run, Frame frame, string name, string typeName) =>
        frame.Node.Inputs.GetValueOrDefault(name)?.Expression is { } expression
            ? run.Traced(frame, name, ExpressionEvaluator.Evaluate(expression, typeName, new FrameScope(run, frame)))
            : null;

    private static object? Traced(this Run run, Frame frame, string name, object? value)
    {
        run.Trace?.Given(frame, name, value);
        return value;
    }

    /// <summary>Whether a condition holds.</summary>
    public static bool Holds(this Run run, Frame frame, FlowExpression? condition) =>
        condition is not null && ExpressionEvaluator.Evaluate(condition, "Boolean", new FrameScope(run, frame)) is true;
}
