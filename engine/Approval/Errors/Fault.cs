namespace ApprovalEngine.Approval.Errors;

/// <summary>A broken rule and its place.</summary>
/// <param name="Code">Stable name of the rule.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Where">The field, activity or line it concerns.</param>
public sealed record Fault(string Code, string Message, string? Where = null);
