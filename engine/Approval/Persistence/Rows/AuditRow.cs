using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>
/// A change of a case, chained by hash within its case. Its key is the guard of every step. The table is partitioned by range of
/// case_id, which EF cannot say: the migration creates it by hand.
/// </summary>
internal sealed class AuditRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    public int Seq { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Act { get; init; }

    /// <summary>Exactly as hashed.</summary>
    public required string Payload { get; init; }

    public required byte[] PrevHash { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Number of the transaction that wrote it: by it the seals find what is new. Not hashed.</summary>
    public long TransactionNo { get; init; }
}

internal sealed class AuditRowMap : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> audit) =>
        audit.ToTable("audit", table => table.ExcludeFromMigrations()).HasKey(a => new { a.CentreId, a.CaseId, a.Seq });
}
