using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A person's key of a request and the answer it got; kept for a week.</summary>
internal sealed class IdempotencyKeyRow
{
    public int CentreId { get; init; }

    public required string UserName { get; init; }

    public required string Key { get; init; }

    public required byte[] RequestHash { get; init; }

    public int Status { get; init; }

    public required string Answer { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class IdempotencyKeyRowMap : IEntityTypeConfiguration<IdempotencyKeyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyKeyRow> key)
    {
        key.ToTable("idempotency_key").HasKey(k => new { k.CentreId, k.UserName, k.Key });

        // No index on created_at: the table holds a week and is read whole by the one job that clears it.
    }
}
