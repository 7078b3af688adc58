using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>A material of a case's list and whether it was handed in.</summary>
internal sealed class MaterialRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    public required string Code { get; init; }

    /// <summary>Supplied, deferred, not needed, missing or faulty (owner: Documents).</summary>
    public short State { get; init; }

    public DateOnly? PromisedOn { get; init; }

    public string? CheckedBy { get; init; }
}

internal sealed class MaterialRowMap : IEntityTypeConfiguration<MaterialRow>
{
    public void Configure(EntityTypeBuilder<MaterialRow> material) =>
        material.ToTable("material").HasKey(m => new { m.CentreId, m.CaseId, m.Code });
}
