namespace ApprovalEngine.Workflow.Definitions;

/// <summary>A definition that cannot be read.</summary>
/// <param name="path">JSON path of the fault, or line and column where the text is not JSON.</param>
/// <param name="message">A sentence.</param>
public sealed class FlowFormatException(string path, string message) : Exception(message)
{
    /// <summary>Where.</summary>
    public string Path { get; } = path;
}
