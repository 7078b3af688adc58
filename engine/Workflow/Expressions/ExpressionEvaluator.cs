using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Evaluates expressions as real Elsa does (conformance points 17 to 25), within limits of time, memory, statements and recursion.</summary>
public static class ExpressionEvaluator
{
    /// <summary>Evaluates an input and converts it to the input's type; null for a null input.</summary>
    /// <exception cref="ExpressionException">It does not parse, fails, or exceeds a limit.</exception>
    public static object? Evaluate(InputBinding? input, IExpressionScope scope) => throw new InvalidOperationException();

    /// <summary>Evaluates an expression to a wanted type (Elsa alias).</summary>
    /// <exception cref="ExpressionException">It does not parse, fails, or exceeds a limit.</exception>
    public static object? Evaluate(FlowExpression expression, string typeName, IExpressionScope scope) => throw new InvalidOperationException();

    /// <summary>Checks without running: the message of the first parse error, or null.</summary>
    public static string? CheckSyntax(FlowExpression expression) => throw new InvalidOperationException();
}

/// <summary>An expression failed.</summary>
/// <param name="message">What happened.</param>
/// <param name="isWallTime">The last guard bit: never committed as a step, answered as an error that can be repeated.</param>
public sealed class ExpressionException(string message, bool isWallTime = false) : Exception(message)
{
    /// <summary>Whether it was the wall-time guard.</summary>
    public bool IsWallTime { get; } = isWallTime;
}
