using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A pass over the open cases after a calendar was published.</summary>
internal sealed class CalendarPassRow
{
    public int CentreId { get; init; }

    /// <summary>The version that was published.</summary>
    public int Version { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    public int Passed { get; init; }

    public int Moved { get; init; }

    public int Failed { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

internal sealed class CalendarPassRowMap : IEntityTypeConfiguration<CalendarPassRow>
{
    public void Configure(EntityTypeBuilder<CalendarPassRow> pass)
    {
        pass.ToTable("calendar_pass").HasKey(p => new { p.CentreId, p.Version });
        pass.HasIndex(p => p.CentreId, "ix_calendar_pass_open").HasDatabaseName("ix_calendar_pass_open").HasFilter("finished_at is null");
    }
}
