using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A task that ended; rows are only added.</summary>
internal sealed class TaskClosedRow : TaskRow
{
    public DateTimeOffset ClosedAt { get; init; }

    /// <summary>How it ended: answered, cancelled, and so on (owner: Cases).</summary>
    public short TaskEnd { get; init; }

    public string? Outcome { get; init; }

    public string? ClosedBy { get; init; }

    public string? OnBehalfOf { get; init; }

    public string? Opinion { get; init; }

    /// <summary>Number of the trail's row that ended it: a task that was opened again by a withdrawal ends more than once.</summary>
    public int ClosedSeq { get; init; }
}

internal sealed class TaskClosedRowMap : IEntityTypeConfiguration<TaskClosedRow>
{
    public void Configure(EntityTypeBuilder<TaskClosedRow> task)
    {
        task.ToTable("task_closed").HasKey(t => new { t.CentreId, t.CaseId, t.TaskNo, t.ClosedSeq });
        task.HasIndex(t => new { t.CentreId, t.ClosedBy, t.ClosedAt }, "ix_task_closed_by").HasDatabaseName("ix_task_closed_by").HasFilter("closed_by is not null");
        task.Property(t => t.Title).HasColumnType("jsonb");
        task.Property(t => t.Urged).HasDefaultValue(0);
        task.Property(t => t.ClosedSeq).HasDefaultValue(0);
    }
}
