namespace ApprovalEngine.Contracts.Audit;

/// <summary>How the audit trail stands.</summary>
/// <param name="LastSeal">The last seal; null before the first.</param>
/// <param name="UnsealedRows">Rows that no seal covers yet.</param>
/// <param name="VerifiedAt">When everything was last verified (UTC); null before the first night.</param>
/// <param name="Verification">What that came to.</param>
/// <param name="Findings">Findings recorded so far, of all verifications.</param>
public sealed record AuditState(SealListed? LastSeal, long UnsealedRows, DateTimeOffset? VerifiedAt, string? Verification, long Findings);
