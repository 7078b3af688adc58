using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A task that waits for a person.</summary>
internal sealed class TaskOpenRow : TaskRow
{
    /// <summary>User names of those who are to sign once it has been answered.</summary>
    public required string[] SignersAfter { get; init; }
}

internal sealed class TaskOpenRowMap : IEntityTypeConfiguration<TaskOpenRow>
{
    public void Configure(EntityTypeBuilder<TaskOpenRow> task)
    {
        task.ToTable("task_open").HasKey(t => new { t.CentreId, t.CaseId, t.TaskNo });
        task.Property(t => t.Title).HasColumnType("jsonb");
        task.Property(t => t.Urged).HasDefaultValue(0);
        task.Property(t => t.SignersAfter).HasDefaultValueSql("'{}'");
        task.HasIndex(t => new { t.CentreId, t.CaseId }, "ix_task_open_signers_after").HasDatabaseName("ix_task_open_signers_after").HasFilter("signers_after <> '{}'");
        task.HasIndex(t => new { t.CentreId, t.CaseId }, "ix_task_open_incident").HasDatabaseName("ix_task_open_incident").HasFilter("kind = 6");
        task.HasIndex(t => new { t.CentreId, t.Owner }, "ix_task_open_owner").HasDatabaseName("ix_task_open_owner").HasFilter("owner is not null");
        task.HasIndex(t => new { t.CentreId, t.Assignee, t.DueAt, t.CaseId, t.TaskNo }, "ix_task_open_mine").HasDatabaseName("ix_task_open_mine").HasFilter("assignee is not null");
        task.HasIndex(t => new { t.CentreId, t.UnitId, t.Role, t.DueAt, t.CaseId, t.TaskNo }, "ix_task_open_claimable").HasDatabaseName("ix_task_open_claimable").HasFilter("assignee is null and offered_user is null");
        task.HasIndex(t => new { t.CentreId, t.UnitId, t.Role }, "ix_task_open_restricted").HasDatabaseName("ix_task_open_restricted")
            .HasFilter("assignee is null and offered_user is null and (post is not null or barred <> '{}')").IncludeProperties(t => new { t.Post, t.Barred });
        task.HasIndex(t => new { t.CentreId, t.OfferedUser, t.DueAt, t.CaseId, t.TaskNo }, "ix_task_open_offered").HasDatabaseName("ix_task_open_offered").HasFilter("assignee is null and offered_user is not null");
    }
}
