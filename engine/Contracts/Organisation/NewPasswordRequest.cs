namespace ApprovalEngine.Contracts.Organisation;

/// <summary>A new password for a person; signs them out everywhere.</summary>
/// <param name="Password">The password.</param>
public sealed record NewPasswordRequest(string Password);
