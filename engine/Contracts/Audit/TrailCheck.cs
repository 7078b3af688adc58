namespace ApprovalEngine.Contracts.Audit;

/// <summary>One case's trail, verified now: its chain, and each seal that covers a row of it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="IsGreen">Whether everything is as it was written.</param>
/// <param name="Rows">Rows of its trail.</param>
/// <param name="UnsealedRows">Rows that no seal covers yet.</param>
/// <param name="Seals">The seals that cover the others.</param>
/// <param name="Findings">What is wrong.</param>
public sealed record TrailCheck(Guid CaseId, bool IsGreen, long Rows, long UnsealedRows, IReadOnlyList<SealListed> Seals, IReadOnlyList<TrailFinding> Findings);

/// <summary>A place where a trail is not what it was when it was written.</summary>
/// <param name="Seq">The row; null when it is about a seal.</param>
/// <param name="SealNo">The seal that shows it; null when the chain does.</param>
/// <param name="Kind">What is wrong, for instance Changed.</param>
/// <param name="Message">A sentence.</param>
public sealed record TrailFinding(int? Seq, int? SealNo, string Kind, string Message);
