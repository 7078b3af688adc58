using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>Running cases of one version that are being moved, or were, to another.</summary>
internal sealed class MigrationRow
{
    public int CentreId { get; init; }

    public Guid MigrationId { get; init; }

    public required string DefinitionId { get; init; }

    public int FromVersion { get; init; }

    public int ToVersion { get; init; }

    public required string Mapping { get; init; }

    /// <summary>0 running, 1 paused, 2 finished.</summary>
    public short State { get; init; }

    public int CaseCount { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public required string StartedBy { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

internal sealed class MigrationRowMap : IEntityTypeConfiguration<MigrationRow>
{
    public void Configure(EntityTypeBuilder<MigrationRow> migration)
    {
        migration.ToTable("migration").HasKey(m => new { m.CentreId, m.MigrationId });
        migration.Property(m => m.Mapping).HasColumnType("jsonb");

        // Two at once on the same cases would only take each other's work away.
        migration.HasIndex(m => new { m.CentreId, m.DefinitionId, m.FromVersion }, "ux_migration_open").HasDatabaseName("ux_migration_open").IsUnique().HasFilter("state < 2");
    }
}
