using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Local days on which a person is away and a deputy may act for them. Nothing moves: the deputy sees and answers in their place.</summary>
internal sealed class Absence
{
    public int CentreId { get; init; }

    public int AbsenceId { get; init; }

    public required string UserName { get; init; }

    public required string Deputy { get; init; }

    /// <summary>First day, local.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Last day, local, inclusive.</summary>
    public DateOnly UntilOn { get; set; }

    public string? Reason { get; init; }

    public required string RecordedBy { get; init; }

    public DateTimeOffset RecordedAt { get; init; }
}

internal sealed class AbsenceMap : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.ToTable("absence").HasKey(a => new { a.CentreId, a.AbsenceId });
        absence.Property(a => a.AbsenceId).UseIdentityByDefaultColumn();
        absence.HasIndex(a => new { a.CentreId, a.UntilOn });
    }
}
