namespace ApprovalEngine.Approval.Documents;

/// <summary>What a notice to the applicant is. The numbers are stored.</summary>
public enum ApplicantNoticeKind : short
{
    /// <summary>一次性告知書: what is missing.</summary>
    Correction = 0,

    /// <summary>不予受理通知書.</summary>
    NotAccepted = 1,
}
