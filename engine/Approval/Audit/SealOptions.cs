namespace ApprovalEngine.Approval.Audit;

/// <summary>Where this host writes the seals outside the database.</summary>
/// <param name="File">The file; null to write none.</param>
public sealed record SealOptions(string? File);
