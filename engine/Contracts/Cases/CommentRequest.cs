namespace ApprovalEngine.Contracts.Cases;

/// <summary>A remark on a case.</summary>
/// <param name="Text">What is said.</param>
public sealed record CommentRequest(string Text);
