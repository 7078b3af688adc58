namespace ApprovalEngine.Contracts.Accounts;

/// <summary>What a person signs in with again while a page is open: the answer sets the browser's cookie.</summary>
/// <param name="UserName">Who.</param>
/// <param name="Password">Their password.</param>
/// <param name="Code">A code of the second step, where they have one.</param>
public sealed record SessionRequest(string UserName, string Password, string? Code = null);
