namespace ApprovalEngine.Workflow.Runtime;

/// <summary>The stored form of a state.</summary>
public static class FlowStateJson
{
    /// <summary>Compact JSON with short names.</summary>
    public static string Write(FlowState state) => throw new InvalidOperationException();

    /// <summary>The state that <see cref="Write"/> wrote.</summary>
    public static FlowState Read(string json) => throw new InvalidOperationException();
}
