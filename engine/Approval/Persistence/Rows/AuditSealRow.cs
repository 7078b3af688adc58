using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A seal over what was committed in a centre since the one before.</summary>
internal sealed class AuditSealRow
{
    public int CentreId { get; init; }

    public int SealNo { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>First transaction number that it covers.</summary>
    public long FromNo { get; init; }

    /// <summary>First transaction number after it.</summary>
    public long ToNo { get; init; }

    public int RowCount { get; init; }

    public required byte[] Root { get; init; }

    public int EventCount { get; init; }

    public required byte[] EventsRoot { get; init; }

    public required byte[] Previous { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Which rows, so that one that is gone can be named; null for very many.</summary>
    public byte[]? Contents { get; init; }
}

internal sealed class AuditSealRowMap : IEntityTypeConfiguration<AuditSealRow>
{
    public void Configure(EntityTypeBuilder<AuditSealRow> seal) => seal.ToTable("audit_seal").HasKey(s => new { s.CentreId, s.SealNo });
}
