using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Reads an activity's inputs.</summary>
internal static class RunInputs
{
    /// <summary>An input by its camelCase name, converted to the input's type; null when it is absent or null.</summary>
    public static object? Input(this Run run, Frame frame, string name) =>
        ExpressionEvaluator.Evaluate(frame.Node.Inputs.GetValueOrDefault(name), new FrameScope(run, frame));

    /// <summary>A text input.</summary>
    public static string? Text(this Run run, Frame frame, string name) => (string?)run.Typed(frame, name, "String");

    /// <summary>A whole number.</summary>
    public static int? Number(this Run run, Frame frame, string name) => (int?)run.Typed(frame, name, "Int32");

    /// <summary>A flag; false when it is absent.</summary>
    public static bool Flag(this Run run, Frame frame, string name) => run.Typed(frame, name, "Boolean") is true;

    /// <summary>A list of texts; null when it is absent.</summary>
    public static ImmutableArray<string>? Texts(this Run run, Frame frame, string name) =>
        run.Typed(frame, name, "List<String>") is JsonArray items ? [.. items.Select(item => item?.ToString() ?? "")] : null;

    /// <summary>An input converted to a given type, whatever type the document names.</summary>
    public static object? Typed(this Run run, Frame frame, string name, string typeName) =>
        frame.Node.Inputs.GetValueOrDefault(name)?.Expression is { } expression
            ? ExpressionEvaluator.Evaluate(expression, typeName, new FrameScope(run, frame))
            : null;

    /// <summary>Whether a condition holds.</summary>
    public static bool Holds(this Run run, Frame frame, FlowExpression? condition) =>
        condition is not null && ExpressionEvaluator.Evaluate(condition, "Boolean", new FrameScope(run, frame)) is true;
}
