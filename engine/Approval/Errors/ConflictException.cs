namespace ApprovalEngine.Approval.Errors;

/// <summary>Someone else was faster, or the thing is no longer as the request supposes (409).</summary>
/// <param name="code">Stable name of the conflict.</param>
/// <param name="message">A sentence.</param>
/// <param name="happened">What happened instead, for the answer's member <c>happened</c>.</param>
public sealed class ConflictException(string code, string message, object? happened = null) : ApprovalException(code, message)
{
    /// <summary>What happened instead.</summary>
    public object? Happened { get; } = happened;
}
