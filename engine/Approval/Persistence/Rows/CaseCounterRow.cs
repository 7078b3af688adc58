using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>The last sequence given to a case number of an item on a date; only ever counted up, so no number comes twice.</summary>
internal sealed class CaseCounterRow
{
    public int CentreId { get; init; }

    public int ItemId { get; init; }

    public DateOnly OnDate { get; init; }

    public int Last { get; init; }
}

internal sealed class CaseCounterRowMap : IEntityTypeConfiguration<CaseCounterRow>
{
    public void Configure(EntityTypeBuilder<CaseCounterRow> counter) =>
        counter.ToTable("case_counter").HasKey(c => new { c.CentreId, c.ItemId, c.OnDate });
}
