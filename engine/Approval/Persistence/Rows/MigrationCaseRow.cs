using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A case of a migration, and what became of it.</summary>
internal sealed class MigrationCaseRow
{
    public int CentreId { get; init; }

    public Guid MigrationId { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>0 waiting, 1 done, 2 skipped.</summary>
    public short Result { get; init; }

    public string? Code { get; init; }

    /// <summary>The place that stands against it.</summary>
    public string? Place { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? At { get; init; }
}

internal sealed class MigrationCaseRowMap : IEntityTypeConfiguration<MigrationCaseRow>
{
    public void Configure(EntityTypeBuilder<MigrationCaseRow> one)
    {
        one.ToTable("migration_case").HasKey(c => new { c.CentreId, c.MigrationId, c.CaseId });
        one.HasIndex(c => new { c.CentreId, c.MigrationId, c.CaseId }, "ix_migration_case_waiting").HasDatabaseName("ix_migration_case_waiting").HasFilter("result = 0");
    }
}
