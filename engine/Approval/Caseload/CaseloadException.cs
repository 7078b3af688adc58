namespace ApprovalEngine.Approval.Caseload;

/// <summary>A log or mapping that cannot be read at all; nothing was imported.</summary>
/// <param name="line">Line from 1, where there is one.</param>
/// <param name="message">A sentence.</param>
public sealed class CaseloadException(long? line, string message) : Exception(message)
{
    /// <summary>Line from 1.</summary>
    public long? Line { get; } = line;
}
