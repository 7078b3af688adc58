namespace ApprovalEngine.Approval.Errors;

/// <summary>The person lacks the right (403).</summary>
/// <param name="code">Stable name of the missing right.</param>
/// <param name="message">A sentence that says which right is needed.</param>
public sealed class ForbiddenException(string code, string message) : ApprovalException(code, message);
