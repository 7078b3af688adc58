namespace ApprovalEngine.Approval.Audit;

/// <summary>What a verification came to.</summary>
/// <param name="Cases">Cases read.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Findings">In order of case and row, then of seals.</param>
public sealed record AuditReport(long Cases, long Rows, IReadOnlyList<AuditFinding> Findings)
{
    /// <summary>Findings beyond those listed.</summary>
    public long Unlisted { get; init; }

    /// <summary>Seals read.</summary>
    public int Seals { get; init; }

    /// <summary>Rows that no seal covers yet: what was committed in the last minute.</summary>
    public long UnsealedRows { get; init; }

    /// <summary>Seals that were compared with the file outside the database; null when there is no such file.</summary>
    public int? SealsOutside { get; init; }

    /// <summary>Whether everything is as it was written.</summary>
    public bool IsGreen => Findings.Count == 0;
}
