using ApprovalEngine.Contracts.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Who applies, a person or an organisation, as an application named it; several share a number when they were named differently.</summary>
internal sealed class Applicant
{
    public int CentreId { get; init; }

    public Guid ApplicantId { get; init; }

    public ApplicantKind Kind { get; init; }

    /// <summary>Checked and normalised; null when not known (imported cases).</summary>
    public string? Number { get; init; }

    public required string Name { get; init; }

    public string? Phone { get; init; }

    /// <summary>Why a number that breaks the rule was accepted.</summary>
    public string? ExceptionReason { get; set; }
}

internal sealed class ApplicantMap : IEntityTypeConfiguration<Applicant>
{
    public void Configure(EntityTypeBuilder<Applicant> applicant)
    {
        applicant.ToTable("applicant").HasKey(a => new { a.CentreId, a.ApplicantId });
        applicant.Property(a => a.Kind).HasConversion<short>();
    }
}
