namespace ApprovalEngine.Contracts.Tasks;

/// <summary>A task given to somebody for their advice; it comes back to who delegated it.</summary>
/// <param name="ToUser">User name of who advises.</param>
/// <param name="Reason">What is asked.</param>
public sealed record DelegateRequest(string ToUser, string? Reason = null);
