using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>What went out to a person of the centre, who hears of it in the office.</summary>
internal sealed class MessageRow
{
    public int CentreId { get; init; }

    public long DeliveryId { get; init; }

    public required string UserName { get; init; }

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset ToldAt { get; init; }

    /// <summary>When the person opened its case first; null while unread.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

internal sealed class MessageRowMap : IEntityTypeConfiguration<MessageRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> message)
    {
        message.ToTable("message").HasKey(m => new { m.CentreId, m.DeliveryId, m.UserName });
        message.HasOne<DeliveryRow>().WithMany().HasForeignKey(m => new { m.CentreId, m.DeliveryId }).OnDelete(DeleteBehavior.Cascade);
        message.HasIndex(m => new { m.CentreId, m.UserName, m.ToldAt }).HasDatabaseName("ix_message_unread").HasFilter("read_at is null");
    }
}
