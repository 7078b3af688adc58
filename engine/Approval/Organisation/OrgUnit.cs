using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>A node of the organisation tree.</summary>
internal sealed class OrgUnit
{
    public int CentreId { get; init; }

    public int UnitId { get; init; }

    public int? ParentId { get; set; }

    public required string Code { get; init; }

    public required OrgUnitKind Kind { get; set; }

    public required LocalText Name { get; set; }

    /// <summary>Ids from the root to this unit, each between slashes: a scope is a prefix of it.</summary>
    public required string Path { get; set; }

    public bool IsActive { get; set; } = true;
}

internal sealed class OrgUnitMap : IEntityTypeConfiguration<OrgUnit>
{
    public void Configure(EntityTypeBuilder<OrgUnit> unit)
    {
        unit.ToTable("org_unit").HasKey(u => new { u.CentreId, u.UnitId });
        unit.Property(u => u.UnitId).ValueGeneratedNever();
        unit.HasIndex(u => new { u.CentreId, u.Code }).IsUnique();
        unit.Property(u => u.Kind).HasConversion<string>();
        unit.Property(u => u.Name).IsJson();
        unit.HasOne<OrgUnit>().WithMany().HasForeignKey(u => new { u.CentreId, u.ParentId }).OnDelete(DeleteBehavior.Restrict);
    }
}
