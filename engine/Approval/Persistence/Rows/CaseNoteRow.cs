using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>Something said or recorded about a case that moves nothing in it.</summary>
internal sealed class CaseNoteRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    public int NoteNo { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>Comment, after closing, or journal (owner: Cases).</summary>
    public short Kind { get; init; }

    public required string Text { get; init; }
}

internal sealed class CaseNoteRowMap : IEntityTypeConfiguration<CaseNoteRow>
{
    public void Configure(EntityTypeBuilder<CaseNoteRow> note) =>
        note.ToTable("case_note").HasKey(n => new { n.CentreId, n.CaseId, n.NoteNo });
}
