namespace ApprovalEngine.Contracts.Accounts;

/// <summary>A code of the second step.</summary>
/// <param name="Code">Six digits of the device, or a recovery code.</param>
public sealed record CodeRequest(string Code);
