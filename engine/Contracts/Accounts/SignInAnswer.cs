namespace ApprovalEngine.Contracts.Accounts;

/// <summary>A token for the header <c>Authorization: Bearer …</c>, and when it ends.</summary>
public sealed record SignInAnswer(string AccessToken, DateTimeOffset ExpiresAt);
