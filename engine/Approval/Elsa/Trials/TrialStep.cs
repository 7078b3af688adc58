using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Elsa.Trials;

/// <summary>A step of a trial run, in the form of a case's trail but without its chain: a trial proves nothing.</summary>
internal sealed class TrialStep
{
    public int CentreId { get; init; }

    public Guid RunId { get; init; }

    public int Seq { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Act { get; init; }

    public required string Payload { get; init; }
}

internal sealed class TrialStepMap : IEntityTypeConfiguration<TrialStep>
{
    public void Configure(EntityTypeBuilder<TrialStep> step)
    {
        step.ToTable("trial_step").HasKey(s => new { s.CentreId, s.RunId, s.Seq });
        step.HasOne<TrialRun>().WithMany().HasForeignKey(s => new { s.CentreId, s.RunId }).OnDelete(DeleteBehavior.Cascade);
    }
}
