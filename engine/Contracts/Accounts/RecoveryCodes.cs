namespace ApprovalEngine.Contracts.Accounts;

/// <summary>Codes for who has lost their device; shown once, each good once.</summary>
/// <param name="Codes">The codes.</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);
