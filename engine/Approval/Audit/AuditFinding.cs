namespace ApprovalEngine.Approval.Audit;

/// <summary>A place where a case's trail is not what it was when it was written.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">The case's number; null when the case row itself is gone.</param>
/// <param name="Seq">The row.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">A sentence.</param>
public sealed record AuditFinding(int CentreId, Guid CaseId, string? CaseNo, int Seq, AuditFault Kind, string Message);

/// <summary>What can be wrong with a trail.</summary>
public enum AuditFault
{
    /// <summary>A row's content does not give its hash.</summary>
    Changed,

    /// <summary>A row is whole in itself but not chained to the one before it.</summary>
    Swapped,

    /// <summary>A row is missing within the chain.</summary>
    Deleted,

    /// <summary>The chain ends before, or elsewhere than, the case row says.</summary>
    CutOff,

    /// <summary>There is a trail without its case.</summary>
    CaseMissing,
}

/// <summary>What a verification came to.</summary>
/// <param name="Cases">Cases read.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Findings">In order of case and row.</param>
public sealed record AuditReport(long Cases, long Rows, IReadOnlyList<AuditFinding> Findings);
