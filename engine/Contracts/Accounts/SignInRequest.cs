namespace ApprovalEngine.Contracts.Accounts;

/// <summary>What a program signs in with.</summary>
public sealed record SignInRequest(string UserName, string Password);
