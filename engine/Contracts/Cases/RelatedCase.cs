namespace ApprovalEngine.Contracts.Cases;

/// <summary>Another case of the same applicant or the same project.</summary>
/// <param name="Case">What lists show of it.</param>
/// <param name="IsOfApplicant">It is of the same applicant.</param>
/// <param name="IsOfProject">It is a stage of the same project.</param>
public sealed record RelatedCase(CaseListed Case, bool IsOfApplicant, bool IsOfProject)
{
    /// <summary>So many are shown, the newest; where there are so many, there may be more.</summary>
    public const int Most = 50;
}
