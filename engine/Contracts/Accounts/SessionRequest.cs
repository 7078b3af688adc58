namespace ApprovalEngine.Contracts.Accounts;

/// <summary>What a person signs in with again while a page is open: the answer sets the browser's cookie.</summary>
public sealed record SessionRequest(string UserName, string Password);
