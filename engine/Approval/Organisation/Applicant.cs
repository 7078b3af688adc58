using ApprovalEngine.Contracts.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Who applies: a person or an organisation.</summary>
internal sealed class Applicant
{
    public int CentreId { get; init; }

    public Guid ApplicantId { get; init; }

    public ApplicantKind Kind { get; init; }

    /// <summary>Checked and normalised; null when not known (imported cases).</summary>
    public string? Number { get; init; }

    public required string Name { get; set; }

    public string? Phone { get; set; }

    /// <summary>Why a number that breaks the rule was accepted.</summary>
    public string? ExceptionReason { get; set; }
}

internal sealed class ApplicantMap : IEntityTypeConfiguration<Applicant>
{
    public void Configure(EntityTypeBuilder<Applicant> applicant)
    {
        applicant.ToTable("applicant").HasKey(a => new { a.CentreId, a.ApplicantId });
        applicant.Property(a => a.Kind).HasConversion<short>();
        applicant.HasIndex(a => new { a.CentreId, a.Kind, a.Number }).IsUnique().HasFilter("number is not null");
    }
}
