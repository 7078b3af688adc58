using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>What an applicant was told in writing, as it was told.</summary>
internal sealed class ApplicantNoticeRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Number of the row of the trail with which it was given.</summary>
    public int Seq { get; init; }

    /// <summary>A correction, or not accepted (owner: Documents).</summary>
    public short Kind { get; init; }

    public DateTimeOffset At { get; init; }

    public required string GivenBy { get; init; }

    public string? Words { get; init; }

    public string? Form { get; init; }

    public DateOnly? BringBy { get; init; }

    /// <summary>Code, state and words of each material.</summary>
    public required string Papers { get; init; }
}

internal sealed class ApplicantNoticeRowMap : IEntityTypeConfiguration<ApplicantNoticeRow>
{
    public void Configure(EntityTypeBuilder<ApplicantNoticeRow> notice)
    {
        notice.ToTable("applicant_notice").HasKey(n => new { n.CentreId, n.CaseId, n.Seq });
        notice.Property(n => n.Papers).HasColumnType("jsonb");
    }
}
