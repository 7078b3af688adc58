using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A case that was given to a person to read (抄送): they may see it, and nothing waits for them.</summary>
internal sealed class CaseCopyRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    public required string UserName { get; init; }

    public required string CopiedBy { get; init; }

    public DateTimeOffset CopiedAt { get; init; }

    public string? Text { get; init; }

    /// <summary>When the person opened it first; null while unread.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

internal sealed class CaseCopyRowMap : IEntityTypeConfiguration<CaseCopyRow>
{
    public void Configure(EntityTypeBuilder<CaseCopyRow> copy)
    {
        copy.ToTable("case_copy").HasKey(c => new { c.CentreId, c.CaseId, c.UserName });
        copy.HasIndex(c => new { c.CentreId, c.UserName, c.CopiedAt, c.CaseId });
    }
}
