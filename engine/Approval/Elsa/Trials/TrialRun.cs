using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Elsa.Trials;

/// <summary>
/// A flow that an administrator tries out: it has no case, no applicant and no clock, and whatever it would do outside (mail, services,
/// documents, other cases) is only written into its own journal.
/// </summary>
internal sealed class TrialRun
{
    /// <summary>A run that is about to begin.</summary>
    /// <param name="access">Who tries.</param>
    /// <param name="version">The version.</param>
    /// <param name="document">What of it is tried.</param>
    /// <param name="at">When (UTC).</param>
    public static TrialRun Of(Access access, FlowVersion version, string document, DateTimeOffset at) => new()
    {
        CentreId = access.CentreId,
        RunId = Guid.CreateVersion7(at),
        DefinitionId = version.DefinitionId,
        VersionId = version.Id,
        Version = version.Version,
        Document = document,
        State = FlowStateJson.Write(FlowState.New),
        StartedBy = access.UserName,
        CreatedAt = at,
        UpdatedAt = at,
    };

    public int CentreId { get; init; }

    /// <summary>UUIDv7: newest last.</summary>
    public Guid RunId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The version's key.</summary>
    public required string VersionId { get; init; }

    public int Version { get; init; }

    /// <summary>The document as it stood when the run began: a draft goes on changing.</summary>
    public required string Document { get; init; }

    /// <summary>Given by Elsa.SetName.</summary>
    public string? Name { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>The runtime's sub-status by its number.</summary>
    public short SubStatus { get; set; }

    public int IncidentCount { get; set; }

    public required string State { get; set; }

    /// <summary>Who tries.</summary>
    public required string StartedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>When the next of its timers falls due.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Number of the last step: who steps at the same time as another is told.</summary>
    public int Steps { get; set; }
}

internal sealed class TrialRunMap : IEntityTypeConfiguration<TrialRun>
{
    public void Configure(EntityTypeBuilder<TrialRun> run)
    {
        run.ToTable("trial_run").HasKey(r => new { r.CentreId, r.RunId });
        run.Property(r => r.Steps).IsConcurrencyToken();
        run.HasIndex(r => new { r.CentreId, r.DefinitionId });
        run.HasIndex(r => r.DueAt).HasFilter("due_at is not null");
    }
}
