namespace ApprovalEngine.Approval.Backups;

/// <summary>What an archive says about itself.</summary>
public sealed record BackupManifest
{
    /// <summary>The form of archive that this product writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The form of the archive.</summary>
    public required int Format { get; init; }

    /// <summary>Version of the product that wrote it.</summary>
    public required string Product { get; init; }

    /// <summary>The migrations that the schema had been through, in their order.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>When the snapshot was taken, by the database's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The tables, each after those it refers to.</summary>
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>Where the sequences stood: at or beyond every row of the snapshot.</summary>
    public required IReadOnlyList<BackupSequence> Sequences { get; init; }

    /// <summary>Parts of partitioned tables, with their bounds as PostgreSQL writes them.</summary>
    public required IReadOnlyList<BackupPartition> Partitions { get; init; }

    /// <summary>Rows of all tables.</summary>
    public long Rows => Tables.Sum(table => table.Rows);
}
