namespace ApprovalEngine.Contracts.Accounts;

/// <summary>The session here has ended.</summary>
/// <param name="ContinueAt">Where the browser goes so that the provider's session ends as well; null when one did not sign in with it, or it offers no such place.</param>
public sealed record SignedOut(Uri? ContinueAt);
