using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>An alert of supervision: raised once, dated by when it was due, with the responsibility of that moment.</summary>
internal sealed class AlertRow
{
    public int CentreId { get; init; }

    public long AlertId { get; init; }

    public Guid CaseId { get; init; }

    public required string Key { get; init; }

    /// <summary>0 promised, 1 legal, 2 step, 3 irregularity raised by hand.</summary>
    public short Clock { get; init; }

    /// <summary>1 notice, 2 yellow card, 3 red card.</summary>
    public short Level { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset RaisedAt { get; init; }

    public int? TaskNo { get; init; }

    public string? Person { get; init; }

    public int UnitId { get; init; }

    public int? WindowId { get; init; }

    public int ItemId { get; init; }

    /// <summary>0 raised, 1 acknowledged, 2 explained, 3 accepted, 4 upheld, 5 appealed, 6 escalated.</summary>
    public short Status { get; init; }

    /// <summary>The unit from which it was escalated last; null when it never was.</summary>
    public int? EscalatedFrom { get; init; }

    public required string Profile { get; init; }

    public required string Evidence { get; init; }

    /// <summary>When a digest told of it.</summary>
    public DateTimeOffset? ToldAt { get; init; }
}

internal sealed class AlertRowMap : IEntityTypeConfiguration<AlertRow>
{
    public void Configure(EntityTypeBuilder<AlertRow> alert)
    {
        alert.ToTable("alert").HasKey(a => new { a.CentreId, a.AlertId });
        alert.Property(a => a.AlertId).UseIdentityByDefaultColumn();
        alert.Property(a => a.Status).HasDefaultValue((short)0);
        alert.Property(a => a.Evidence).HasColumnType("jsonb");
        alert.HasIndex(a => new { a.CentreId, a.CaseId, a.Key }).IsUnique();
        alert.HasIndex(a => new { a.CentreId, a.UnitId, a.DueAt, a.AlertId }).IsDescending(false, false, true, false);
        alert.HasIndex(a => new { a.CentreId, a.Person }).HasFilter("told_at is null");
        alert.HasIndex(a => new { a.CentreId, a.Person, a.RaisedAt }, "ix_alert_waiting").HasDatabaseName("ix_alert_waiting").HasFilter("status in (0, 1, 4)");
        alert.HasIndex(a => new { a.CentreId, a.EscalatedFrom, a.RaisedAt }, "ix_alert_escalated").HasDatabaseName("ix_alert_escalated").HasFilter("status = 6");
        alert.HasIndex(a => new { a.CentreId, a.DueAt, a.AlertId }, "ix_alert_newest").HasDatabaseName("ix_alert_newest").IsDescending(false, true, true);
        alert.HasIndex(a => new { a.CentreId, a.Person, a.DueAt, a.AlertId }, "ix_alert_person").HasDatabaseName("ix_alert_person").IsDescending(false, false, true, true);
        alert.HasIndex(a => new { a.CentreId, a.UnitId }, "ix_alert_to_decide").HasDatabaseName("ix_alert_to_decide").HasFilter("status in (2, 5, 6)");
        alert.HasIndex(a => new { a.CentreId, a.RaisedAt }, "ix_alert_raised").HasDatabaseName("ix_alert_raised");
    }
}
