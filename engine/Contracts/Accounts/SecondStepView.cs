namespace ApprovalEngine.Contracts.Accounts;

/// <summary>How a person's second step of signing in stands.</summary>
/// <param name="IsOn">Signing in asks for a code.</param>
/// <param name="RecoveryCodesLeft">Recovery codes that were not used yet.</param>
public sealed record SecondStepView(bool IsOn, int RecoveryCodesLeft);
