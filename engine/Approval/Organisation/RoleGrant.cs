using ApprovalEngine.Contracts.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>A role that a person holds at a unit; it reaches down the unit's tree.</summary>
internal sealed class RoleGrant
{
    public int CentreId { get; init; }

    public int UserId { get; init; }

    public Role Role { get; init; }

    public int UnitId { get; init; }
}

internal sealed class RoleGrantMap : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.ToTable("role_grant").HasKey(g => new { g.CentreId, g.UserId, g.Role, g.UnitId });
        grant.Property(g => g.Role).HasConversion<string>();
        grant.HasOne<User>().WithMany().HasForeignKey(g => g.UserId);
        grant.HasOne<OrgUnit>().WithMany().HasForeignKey(g => new { g.CentreId, g.UnitId });
    }
}
