namespace ApprovalEngine.Contracts.Accounts;

/// <summary>Another password for oneself.</summary>
/// <param name="Current">The one that holds.</param>
/// <param name="Password">The new one.</param>
public sealed record OwnPasswordRequest(string Current, string Password);
