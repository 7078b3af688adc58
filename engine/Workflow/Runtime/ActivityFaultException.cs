namespace ApprovalEngine.Workflow.Runtime;

/// <summary>An activity cannot go on: a fault of the flow or its data, never of the program.</summary>
/// <param name="kind">What kind of fault it is.</param>
/// <param name="message">A sentence.</param>
internal sealed class ActivityFaultException(FaultKind kind, string message) : Exception(message)
{
    /// <summary>What kind of fault it is.</summary>
    public FaultKind Kind { get; } = kind;
}
