using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A case. A usual step changes only version, state, head_hash and updated_at, which no index names: a HOT update.</summary>
internal sealed class CaseRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    public required string CaseNo { get; init; }

    /// <summary>Number in the log it was imported from.</summary>
    public string? ExternalNo { get; init; }

    public int ItemId { get; init; }

    public int ItemVersion { get; init; }

    public required string DefinitionId { get; init; }

    public int DefinitionVersion { get; init; }

    /// <summary>0 instant, 1 promised.</summary>
    public short Kind { get; init; }

    /// <summary>0 received, 1 open, 2 suspended, 7 cancelled, 8 not accepted, 9 closed: below 7 it is open.</summary>
    public short Status { get; init; }

    public int Version { get; init; }

    public short Channel { get; init; }

    public int UnitId { get; init; }

    public int? WindowId { get; init; }

    public Guid ApplicantId { get; init; }

    public required string ReceivedBy { get; init; }

    public string? ProjectNo { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>0 working days, 1 calendar.</summary>
    public short LimitKind { get; init; }

    public int? LegalDays { get; init; }

    public int? PromisedDays { get; init; }

    /// <summary>The due instant given from outside (limit kind calendar).</summary>
    public DateTimeOffset? CalendarDueAt { get; init; }

    /// <summary>Version of the centre's calendar set by which the due moments were computed last.</summary>
    public int CalendarVersion { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? LegalDueAt { get; init; }

    public DateTimeOffset? NoticeAt { get; init; }

    /// <summary>Set for every ended status.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public string? Decision { get; init; }

    public int? UsedDays { get; init; }

    public required byte[] HeadHash { get; init; }

    public required string State { get; init; }

    public required string Form { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Keys of the alerts raised; the step that raises one writes it here and into alert.</summary>
    public required string[] RaisedAlerts { get; init; }

    /// <summary>Due moment of the alert watch's row in timer; null when there is none.</summary>
    public DateTimeOffset? NextAlertAt { get; init; }
}

internal sealed class CaseRowMap : IEntityTypeConfiguration<CaseRow>
{
    public void Configure(EntityTypeBuilder<CaseRow> @case)
    {
        @case.ToTable("cases").HasKey(c => new { c.CentreId, c.CaseId });
        @case.Property(c => c.CalendarVersion).HasDefaultValue(0);
        @case.HasStorageParameter("fillfactor", 70);

        // Numbers are found by how they begin: byte by byte, whatever language the database sorts in.
        @case.Property(c => c.CaseNo).UseCollation("C");
        @case.Property(c => c.ExternalNo).UseCollation("C");
        @case.HasIndex(c => new { c.CentreId, c.CaseNo }).IsUnique();
        @case.HasIndex(c => new { c.CentreId, c.ExternalNo }).IsUnique().HasFilter("external_no is not null");
        @case.HasIndex(c => new { c.CentreId, c.ApplicantId });
        @case.HasIndex(c => new { c.CentreId, c.ProjectNo }).HasFilter("project_no is not null");

        // Lists, newest first.
        @case.HasIndex(c => new { c.CentreId, c.UnitId, c.CaseId });
        @case.HasIndex(c => new { c.CentreId, c.WindowId, c.CaseId }).HasFilter("window_id is not null");
        @case.HasIndex(c => new { c.CentreId, c.ReceivedBy, c.CaseId });
        @case.HasIndex(c => new { c.CentreId, c.ItemId, c.CaseId });

        // The open ones are counted in an index alone, by urgency or, in the wider one, by two axes; a case's row is wider still.
        @case.HasIndex(c => new { c.CentreId, c.UnitId, c.DueAt }, "ix_cases_open").HasDatabaseName("ix_cases_open").HasFilter("status < 7")
            .IncludeProperties(c => new { c.NoticeAt, c.AcceptedAt, c.Status });
        @case.HasIndex(c => new { c.CentreId, c.CaseId }, "ix_cases_open_counted").HasDatabaseName("ix_cases_open_counted").HasFilter("status < 7")
            .IncludeProperties(c => new { c.Status, c.AcceptedAt, c.DueAt, c.NoticeAt, c.UnitId, c.ItemId, c.WindowId, c.Channel, c.Kind, c.LimitKind });

        // json, not jsonb: both are read and written whole with every step, and the database has nothing to take apart.
        @case.Property(c => c.State).HasColumnType("json");
        @case.Property(c => c.Form).HasColumnType("json");
        @case.Property(c => c.RaisedAlerts).HasDefaultValueSql("'{}'");
    }
}
