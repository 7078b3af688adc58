using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>All open work of a person on its way to somebody else; unfinished ones are taken up again by a job.</summary>
internal sealed class HandOverRow
{
    public int CentreId { get; init; }

    public int HandOverId { get; init; }

    public required string FromUser { get; init; }

    /// <summary>Who gets it; null puts it back on offer.</summary>
    public string? ToUser { get; init; }

    public required string Reason { get; init; }

    public required string AskedBy { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When nothing was left; null while under way.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    public int Moved { get; init; }

    public int Offered { get; init; }
}

internal sealed class HandOverRowMap : IEntityTypeConfiguration<HandOverRow>
{
    public void Configure(EntityTypeBuilder<HandOverRow> over)
    {
        over.ToTable("hand_over").HasKey(o => new { o.CentreId, o.HandOverId });
        over.Property(o => o.HandOverId).UseIdentityByDefaultColumn();
        over.HasIndex(o => new { o.CentreId, o.HandOverId }, "ix_hand_over_open").HasDatabaseName("ix_hand_over_open").HasFilter("done_at is null");
    }
}
