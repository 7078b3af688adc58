namespace ApprovalEngine.Contracts.Tasks;

/// <summary>One more signature on a task.</summary>
/// <param name="User">User name of who shall sign.</param>
/// <param name="Place">Before, After or Beside the answer to the task.</param>
/// <param name="Reason">What is asked.</param>
public sealed record AddSignerRequest(string User, string Place, string? Reason = null);
