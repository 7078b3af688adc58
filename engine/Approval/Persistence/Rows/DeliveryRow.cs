using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A message that went out.</summary>
internal sealed class DeliveryRow
{
    public int CentreId { get; init; }

    public long DeliveryId { get; init; }

    public Guid? CaseId { get; init; }

    public required string Kind { get; init; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset DeliveredAt { get; init; }

    public long? OutboxId { get; init; }
}

internal sealed class DeliveryRowMap : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> delivery)
    {
        delivery.ToTable("delivery").HasKey(d => new { d.CentreId, d.DeliveryId });
        delivery.Property(d => d.DeliveryId).UseIdentityByDefaultColumn();
        delivery.HasIndex(d => new { d.CentreId, d.OutboxId }).IsUnique().HasFilter("outbox_id is not null");
        delivery.HasIndex(d => new { d.CentreId, d.CaseId });
    }
}
