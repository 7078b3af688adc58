using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>What is to happen outside, at least once; one that was given up waits until infinity.</summary>
internal sealed class OutboxRow
{
    public int CentreId { get; init; }

    public long OutboxId { get; init; }

    public Guid CaseId { get; init; }

    public required string Kind { get; init; }

    public int? CallId { get; init; }

    public DateTimeOffset NextTryAt { get; init; }

    public int Attempts { get; init; }

    public string? LastError { get; init; }

    public required string Payload { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class OutboxRowMap : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> outbox)
    {
        outbox.ToTable("outbox").HasKey(o => new { o.CentreId, o.OutboxId });
        outbox.Property(o => o.OutboxId).UseIdentityByDefaultColumn();
        outbox.Property(o => o.Attempts).HasDefaultValue(0);
        outbox.Property(o => o.Payload).HasColumnType("jsonb");
        outbox.HasIndex(o => o.NextTryAt);
    }
}
