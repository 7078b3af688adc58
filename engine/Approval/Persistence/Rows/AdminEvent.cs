using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>An act outside a case: administration, sign-ins, exports, who viewed a case.</summary>
internal sealed class AdminEvent
{
    public int CentreId { get; init; }

    public long EventId { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Act { get; init; }

    public required string Subject { get; init; }

    public string Payload { get; init; } = "{}";

    /// <summary>Number of the transaction that wrote it: by it the seals find what is new.</summary>
    public long TransactionNo { get; init; }
}

internal sealed class AdminEventMap : IEntityTypeConfiguration<AdminEvent>
{
    public void Configure(EntityTypeBuilder<AdminEvent> happened)
    {
        happened.ToTable("admin_event").HasKey(e => new { e.CentreId, e.EventId });
        happened.Property(e => e.EventId).UseIdentityByDefaultColumn();
        happened.Property(e => e.Payload).HasColumnType("jsonb");

        // Found by how it begins: what happened to one case, its papers and documents too.
        happened.Property(e => e.Subject).UseCollation("C");
        happened.Property(e => e.TransactionNo).HasDefaultValueSql("transaction_no()");
        happened.HasIndex(e => new { e.CentreId, e.Subject, e.At });
        happened.HasIndex(e => new { e.CentreId, e.At });

        // Open lists ask again as things happen: of a rare act, or of one person, they must not walk through the looks at all cases.
        happened.HasIndex(e => new { e.CentreId, e.Act, e.At });
        happened.HasIndex(e => new { e.CentreId, e.Actor, e.At });
    }
}
