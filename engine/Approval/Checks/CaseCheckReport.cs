namespace ApprovalEngine.Approval.Checks;

/// <summary>What the check of the cases found.</summary>
/// <param name="Cases">Open cases that were looked at.</param>
/// <param name="Findings">What must not be.</param>
public sealed record CaseCheckReport(int Cases, IReadOnlyList<CaseFinding> Findings);
