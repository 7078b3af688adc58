using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Evaluates expressions as real Elsa does (conformance points 17 to 25), within limits of time, memory, statements and recursion.</summary>
public static class ExpressionEvaluator
{
    /// <summary>Evaluates an input and converts it to the input's type; null for a null input.</summary>
    /// <exception cref="ExpressionException">It does not parse, fails, or exceeds a limit.</exception>
    public static object? Evaluate(InputBinding? input, IExpressionScope scope) =>
        input?.Expression is { } expression ? Evaluate(expression, input.TypeName, scope) : null;

    /// <summary>Evaluates an expression to a wanted type (Elsa alias).</summary>
    /// <exception cref="ExpressionException">It does not parse, fails, or exceeds a limit.</exception>
    public static object? Evaluate(FlowExpression expression, string typeName, IExpressionScope scope)
    {
        var value = expression.Type switch
        {
            "Literal" => FlowValue.From(expression.Value),
            "Object" or "Json" => FlowValue.From(expression.Value),
            "Variable" => Variable(expression.Value, scope),
            "Input" => Input(expression.Value, scope),
            "JavaScript" => JavaScript.Evaluate(Text(expression), scope),
            "Liquid" => Liquid.Render(Text(expression), scope),
            _ => throw new ExpressionException(NotExecuted(expression)),
        };
        return FlowValue.Storable(FlowConversion.To(value, TypeAlias.Of(typeName), scope.IsLenient));
    }

    /// <summary>Checks without running: the message of the first parse error, or null.</summary>
    public static string? CheckSyntax(FlowExpression expression) => expression.Type switch
    {
        "Literal" or "Variable" or "Input" => null,
        "Object" or "Json" => ObjectSyntax(expression.Value),
        "JavaScript" => Fault(() => JavaScript.Prepare(Text(expression))),
        "Liquid" => Fault(() => Liquid.Parse(Text(expression))),
        _ => NotExecuted(expression),
    };

    /// <summary>The names that a JavaScript expression refers to and would not find, given the variables and inputs in scope.</summary>
    /// <exception cref="ExpressionException">It does not parse.</exception>
    internal static IEnumerable<string> UnknownNames(FlowExpression expression, IEnumerable<string> variables, IEnumerable<string> inputs)
    {
        if (expression.Type != "JavaScript")
        {
            return [];
        }

        var accessors = variables.Select(JavaScriptFunctions.Pascal).SelectMany(name => new[] { "get" + name, "set" + name }).Concat(inputs.Select(name => "get" + name));
        return JavaScript.ForeignNames(Text(expression)).Except(accessors);
    }

    private static string Text(FlowExpression expression) => expression.Value switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => other.ToJsonString(FlowValue.Deep),
    };

    private static string NotExecuted(FlowExpression expression) => $"Expressions of type {expression.Type} are not executed here.";

    // Elsa wants the variable's definition; older files hold only its id.
    private static object? Variable(JsonNode? reference, IExpressionScope scope)
    {
        var id = reference is JsonObject json ? json.Text("id") : FlowValue.From(reference) as string;
        var name = reference is JsonObject named ? named.Text("name") : id;
        object? value = null;
        return (id is not null && scope.TryGetVariableById(id, out value)) || (name is not null && scope.TryGetVariable(name, out value)) ? value : null;
    }

    // Only the input's definition counts; its bare name gives nothing (conformance point 21).
    private static object? Input(JsonNode? reference, IExpressionScope scope) =>
        (reference as JsonObject)?.Text("name") is { } name ? scope.GetInput(name) : null;

    private static string? ObjectSyntax(JsonNode? value)
    {
        if (FlowValue.From(value) is not string text || text.TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            JsonNode.Parse(text);
            return null;
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }

    private static string? Fault<T>(Func<T> parse)
    {
        try
        {
            parse();
            return null;
        }
        catch (ExpressionException fault)
        {
            return fault.Message;
        }
    }
}
