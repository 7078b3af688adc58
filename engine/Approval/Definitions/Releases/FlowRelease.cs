using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Definitions.Releases;

/// <summary>A request to publish a version of a flow as it was seen. At most one of a flow waits: the database sees to it.</summary>
internal sealed class FlowRelease
{
    public int CentreId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>Counted from 1 for each flow.</summary>
    public int No { get; init; }

    public int Version { get; init; }

    /// <summary>Revision of the draft that was seen: nothing else is released.</summary>
    public int Revision { get; init; }

    public string? Note { get; init; }

    /// <summary>Codes of linter errors that the asker takes upon themselves.</summary>
    public required string[] Overrides { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public required string AskedBy { get; init; }

    public ReleaseStatus Status { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; set; }
}

/// <summary>How a request stands.</summary>
internal enum ReleaseStatus : short
{
    Waiting = 0,
    Released = 1,
    Refused = 2,

    /// <summary>Asked for again.</summary>
    Superseded = 3,
}

internal sealed class FlowReleaseMap : IEntityTypeConfiguration<FlowRelease>
{
    public void Configure(EntityTypeBuilder<FlowRelease> release)
    {
        release.ToTable("flow_release").HasKey(r => new { r.CentreId, r.DefinitionId, r.No });
        release.Property(r => r.Status).HasConversion<short>().IsConcurrencyToken();
        release.HasIndex(r => new { r.CentreId, r.DefinitionId }, "ux_flow_release_waiting").HasDatabaseName("ux_flow_release_waiting").IsUnique().HasFilter("status = 0");
    }
}
