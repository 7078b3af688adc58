namespace ApprovalEngine.Workflow.Expressions;

/// <summary>An expression failed.</summary>
/// <param name="message">What happened.</param>
/// <param name="isWallTime">The last guard bit: never committed as a step, answered as an error that can be repeated.</param>
public sealed class ExpressionException(string message, bool isWallTime = false) : Exception(message)
{
    /// <summary>Whether it was the wall-time guard.</summary>
    public bool IsWallTime { get; } = isWallTime;
}
