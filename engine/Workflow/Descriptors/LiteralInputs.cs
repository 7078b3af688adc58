using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>Inputs whose value stands in the document itself.</summary>
internal static class LiteralInputs
{
    /// <summary>Whether an input has any value, literal or not; an empty text is none.</summary>
    public static bool IsGiven(ActivityNode activity, string input) =>
        activity.Inputs.GetValueOrDefault(input)?.Expression is { Value: { } value } && !(FlowValue.From(value) is string text && text.Length == 0);

    /// <summary>Whether an input is computed when the flow runs.</summary>
    public static bool IsComputed(ActivityNode activity, string input) =>
        activity.Inputs.GetValueOrDefault(input)?.Expression is { } expression && !IsLiteral(expression);

    /// <summary>A literal list of texts; empty where the input is absent, null where it is computed or no list.</summary>
    public static ImmutableArray<string>? Texts(ActivityNode activity, string input)
    {
        if (IsComputed(activity, input))
        {
            return null;
        }

        return IsGiven(activity, input)
            ? Read(activity, input, "List<String>") is JsonArray items ? [.. items.Select(item => item?.ToString() ?? "")] : null
            : [];
    }

    /// <summary>A literal text; null where it is absent or computed.</summary>
    public static string? Text(ActivityNode activity, string input) => Read(activity, input, "String") as string;

    /// <summary>A literal whole number; null where it is absent, computed or none.</summary>
    public static int? Number(ActivityNode activity, string input) => Read(activity, input, "Int32") as int?;

    private static bool IsLiteral(FlowExpression expression) => expression.Type is "Literal" or "Object" or "Json";

    private static object? Read(ActivityNode activity, string input, string typeName)
    {
        if (activity.Inputs.GetValueOrDefault(input)?.Expression is not { } expression || !IsLiteral(expression))
        {
            return null;
        }

        try
        {
            return FlowValue.Convert(FlowValue.From(expression.Value), typeName);
        }
        catch (ExpressionException)
        {
            // What does not fit its type is told by the linter's own check of literals.
            return null;
        }
    }
}
