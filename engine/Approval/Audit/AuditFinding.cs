namespace ApprovalEngine.Approval.Audit;

/// <summary>A place where the trail, or a seal over it, is not what it was when it was written.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="CaseId">The case; null when it is about a seal.</param>
/// <param name="CaseNo">The case's number; null when the case row itself is gone.</param>
/// <param name="Seq">The row.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">A sentence.</param>
/// <param name="SealNo">The seal that shows it; null when the chain does.</param>
public sealed record AuditFinding(int CentreId, Guid? CaseId, string? CaseNo, int? Seq, AuditFault Kind, string Message, int? SealNo = null)
{
    /// <summary>Where it is, in words.</summary>
    public string Place => CaseId is null ? $"seal {SealNo}" : $"{CaseNo ?? CaseId.ToString()} row {Seq}";
}
