namespace ApprovalEngine.Contracts.Accounts;

/// <summary>What a device needs to make codes; shown once.</summary>
/// <param name="Secret">Base 32, for typing.</param>
/// <param name="Picture">The same as a QR code: an SVG picture as a <c>data:</c> address.</param>
public sealed record SecondStepSetup(string Secret, string Picture);
