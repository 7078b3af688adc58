using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>An acceptance or a closing as the figures count it; rows are only added.</summary>
internal sealed class CaseFactRow
{
    public int CentreId { get; init; }

    public long FactId { get; init; }

    /// <summary>The transaction that wrote it: rollups read up to a snapshot's lower end.</summary>
    public ulong Xid { get; init; }

    /// <summary>1 accepted, 2 closed.</summary>
    public short Kind { get; init; }

    /// <summary>+1, or -1 where a fact is taken back.</summary>
    public short Sign { get; init; }

    /// <summary>Local date of the event.</summary>
    public DateOnly OnDate { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Local date of acceptance, in both kinds.</summary>
    public DateOnly AcceptedOn { get; init; }

    public Guid CaseId { get; init; }

    public int ItemId { get; init; }

    public int UnitId { get; init; }

    public int? WindowId { get; init; }

    public short Channel { get; init; }

    public short CaseKind { get; init; }

    public short LimitKind { get; init; }

    /// <summary>The limit first promised: working days, for calendar limits microseconds from acceptance to due.</summary>
    public long LimitAmount { get; init; }

    /// <summary>Working days, for calendar limits microseconds.</summary>
    public long? UsedAmount { get; init; }

    public bool? OnTime { get; init; }

    public bool Extended { get; init; }

    public short? Decision { get; init; }

    public DateTimeOffset? DueAt { get; init; }
}

internal sealed class CaseFactRowMap : IEntityTypeConfiguration<CaseFactRow>
{
    public void Configure(EntityTypeBuilder<CaseFactRow> fact)
    {
        fact.ToTable("case_fact").HasKey(f => new { f.CentreId, f.FactId });
        fact.Property(f => f.FactId).UseIdentityByDefaultColumn();
        fact.Property(f => f.Xid).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
        fact.HasIndex(f => new { f.CentreId, f.Kind, f.OnDate }).IncludeProperties(f => new
        {
            f.Sign,
            f.AcceptedOn,
            f.ItemId,
            f.UnitId,
            f.WindowId,
            f.Channel,
            f.CaseKind,
            f.LimitKind,
            f.LimitAmount,
            f.UsedAmount,
            f.OnTime,
            f.Extended,
            f.Decision,
            f.DueAt,
            f.CaseId,
        });
        fact.HasIndex(f => new { f.CentreId, f.CaseId });
        fact.HasIndex(f => new { f.CentreId, f.Xid });
        fact.HasIndex(f => new { f.CentreId, f.OnDate }, "ix_case_fact_late").HasDatabaseName("ix_case_fact_late").HasFilter("kind = 2 and on_time is not true");
        fact.HasIndex(f => new { f.CentreId, f.AcceptedOn }).HasFilter("kind = 2 and case_kind = 0");
    }
}
