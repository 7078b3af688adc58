using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A moment that a case waits for; found by its due time, deleted when fired.</summary>
internal sealed class TimerRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>0 flow, 1 alert watch.</summary>
    public short Kind { get; init; }

    public required string Key { get; init; }

    public DateTimeOffset DueAt { get; init; }
}

internal sealed class TimerRowMap : IEntityTypeConfiguration<TimerRow>
{
    public void Configure(EntityTypeBuilder<TimerRow> timer)
    {
        timer.ToTable("timer").HasKey(t => new { t.CentreId, t.CaseId, t.Kind, t.Key });
        timer.HasIndex(t => new { t.Kind, t.DueAt });
    }
}
