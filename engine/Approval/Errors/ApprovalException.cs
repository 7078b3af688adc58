namespace ApprovalEngine.Approval.Errors;

/// <summary>An expected error: it becomes a problem answer with a stable code; everything else bubbles up and is logged once.</summary>
public abstract class ApprovalException : Exception
{
    private protected ApprovalException(string code, string message)
        : base(message) => Code = code;

    /// <summary>Stable name of what happened; the last part of the problem's <c>type</c>.</summary>
    public string Code { get; }
}
