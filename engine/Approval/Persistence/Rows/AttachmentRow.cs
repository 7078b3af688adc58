using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A file of a case.</summary>
internal sealed class AttachmentRow
{
    public int CentreId { get; init; }

    public Guid AttachmentId { get; init; }

    public Guid CaseId { get; init; }

    public string? MaterialCode { get; init; }

    public required string FileName { get; init; }

    /// <summary>Found from the content, never from the name.</summary>
    public required string MediaType { get; init; }

    public long Size { get; init; }

    public required byte[] Sha256 { get; init; }

    public required byte[] Content { get; init; }

    public DateTimeOffset UploadedAt { get; init; }

    public required string UploadedBy { get; init; }
}

internal sealed class AttachmentRowMap : IEntityTypeConfiguration<AttachmentRow>
{
    public void Configure(EntityTypeBuilder<AttachmentRow> attachment)
    {
        attachment.ToTable("attachment").HasKey(a => new { a.CentreId, a.AttachmentId });
        attachment.Property(a => a.Sha256).HasColumnName("sha256");
        attachment.HasIndex(a => new { a.CentreId, a.CaseId });
    }
}
