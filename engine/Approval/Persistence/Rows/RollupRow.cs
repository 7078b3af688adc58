using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>Sums of the facts over one dimension and day or month; integers only, so that rebuilding gives identical numbers.</summary>
internal sealed class RollupRow
{
    public int CentreId { get; init; }

    public short Dim { get; init; }

    /// <summary>A <see cref="Statistics.Grain"/>.</summary>
    public short Grain { get; init; }

    /// <summary>The day, or the month's first.</summary>
    public DateOnly Period { get; init; }

    public int Key { get; init; }

    public short CaseKind { get; init; }

    public short LimitKind { get; init; }

    public long Accepted { get; init; }

    public long Closed { get; init; }

    public long OnTime { get; init; }

    public long Measured { get; init; }

    public long Early { get; init; }

    public long EarlyPpb { get; init; }

    public long Used { get; init; }

    public long Limited { get; init; }

    public long SameDay { get; init; }

    public long Extended { get; init; }

    public int RuleVersion { get; init; }
}

internal sealed class RollupRowMap : IEntityTypeConfiguration<RollupRow>
{
    public void Configure(EntityTypeBuilder<RollupRow> rollup) =>
        rollup.ToTable("rollup").HasKey(r => new { r.CentreId, r.Dim, r.Grain, r.Period, r.Key, r.CaseKind, r.LimitKind });
}
