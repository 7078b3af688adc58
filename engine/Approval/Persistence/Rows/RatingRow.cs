using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>An applicant's judgement of an ended case, one a case.</summary>
internal sealed class RatingRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>1 very dissatisfied to 5 very satisfied.</summary>
    public short Grade { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    /// <summary>Unit and window that answer for it, as they were then.</summary>
    public int UnitId { get; init; }

    public int? WindowId { get; init; }
}

internal sealed class RatingRowMap : IEntityTypeConfiguration<RatingRow>
{
    public void Configure(EntityTypeBuilder<RatingRow> rating)
    {
        rating.ToTable("rating").HasKey(r => new { r.CentreId, r.CaseId });
        rating.HasIndex(r => new { r.CentreId, r.GivenAt, r.UnitId });

        // The worst or the best of a long period.
        rating.HasIndex(r => new { r.CentreId, r.Grade, r.GivenAt, r.CaseId }).HasDatabaseName("ix_rating_grade");
    }
}
