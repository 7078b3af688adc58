using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>The PDF of an issued document, byte for byte as it was made.</summary>
internal sealed class DocumentFileRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    public int DocumentNo { get; init; }

    public required byte[] Content { get; init; }

    public required byte[] Sha256 { get; init; }

    public DateTimeOffset MadeAt { get; init; }
}

internal sealed class DocumentFileRowMap : IEntityTypeConfiguration<DocumentFileRow>
{
    public void Configure(EntityTypeBuilder<DocumentFileRow> file)
    {
        file.ToTable("document_file").HasKey(f => new { f.CentreId, f.CaseId, f.DocumentNo });
        file.HasIndex(f => new { f.CentreId, f.Sha256 });
    }
}
