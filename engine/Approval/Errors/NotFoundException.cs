namespace ApprovalEngine.Approval.Errors;

/// <summary>There is no such thing, or none that this person may know of (404).</summary>
/// <param name="kind">What was looked for, for instance <c>Case</c>.</param>
/// <param name="key">How it was named.</param>
public sealed class NotFoundException(string kind, object key) : ApprovalException($"{kind}NotFound", $"There is no {kind} '{key}'.");
