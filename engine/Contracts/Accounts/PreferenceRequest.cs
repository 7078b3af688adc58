namespace ApprovalEngine.Contracts.Accounts;

/// <summary>Keeps a preference.</summary>
/// <param name="Value">What is chosen; null for the usual.</param>
public sealed record PreferenceRequest(string? Value);
