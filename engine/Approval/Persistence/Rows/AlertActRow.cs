using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>An act in the procedure of an alert; rows are only added.</summary>
internal sealed class AlertActRow
{
    public int CentreId { get; init; }

    public long AlertId { get; init; }

    /// <summary>1 and on; the key is the guard of two acts at once.</summary>
    public int No { get; init; }

    /// <summary>The status it led to, as in alert.</summary>
    public short Status { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public string? Text { get; init; }
}

internal sealed class AlertActRowMap : IEntityTypeConfiguration<AlertActRow>
{
    public void Configure(EntityTypeBuilder<AlertActRow> act) => act.ToTable("alert_act").HasKey(a => new { a.CentreId, a.AlertId, a.No });
}
