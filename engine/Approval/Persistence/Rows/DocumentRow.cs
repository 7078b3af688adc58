using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>What the applicant receives.</summary>
internal sealed class DocumentRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    public int DocumentNo { get; init; }

    public required string ActivityId { get; init; }

    public required string Title { get; init; }

    public required string Number { get; init; }

    public required string VerificationCode { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public required string IssuedBy { get; init; }
}

internal sealed class DocumentRowMap : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> document)
    {
        document.ToTable("document").HasKey(d => new { d.CentreId, d.CaseId, d.DocumentNo });
        document.HasIndex(d => new { d.CentreId, d.Number }).IsUnique();
    }
}
