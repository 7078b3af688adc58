namespace ApprovalEngine.Approval.Audit;

/// <summary>What is to be verified.</summary>
/// <param name="CentreId">One centre only; null for all.</param>
/// <param name="SinceSeal">Only what was committed after this seal, which is trusted; 0 for everything.</param>
/// <param name="OutsideFile">The file of seals outside the database; null, or a file that does not exist, to go without.</param>
public sealed record AuditQuestion(int? CentreId = null, int SinceSeal = 0, string? OutsideFile = null);
