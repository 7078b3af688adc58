using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>Up to which transaction the facts of a centre are in its rollups.</summary>
internal sealed class RollupWatermarkRow
{
    public int CentreId { get; init; }

    public ulong Xid { get; init; }

    public int RuleVersion { get; init; }
}

internal sealed class RollupWatermarkRowMap : IEntityTypeConfiguration<RollupWatermarkRow>
{
    public void Configure(EntityTypeBuilder<RollupWatermarkRow> watermark)
    {
        watermark.ToTable("rollup_watermark").HasKey(w => w.CentreId);
        watermark.Property(w => w.CentreId).ValueGeneratedNever();
        watermark.Property(w => w.Xid).HasColumnType("xid8");
    }
}
