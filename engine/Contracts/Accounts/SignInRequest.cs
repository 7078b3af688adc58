namespace ApprovalEngine.Contracts.Accounts;

/// <summary>What a program signs in with.</summary>
/// <param name="UserName">Who.</param>
/// <param name="Password">Their password.</param>
/// <param name="Code">A code of the second step, where they have one.</param>
public sealed record SignInRequest(string UserName, string Password, string? Code = null);
