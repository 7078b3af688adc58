using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>A person holds a post at a unit.</summary>
internal sealed class PostHolding
{
    public int CentreId { get; init; }

    public int UserId { get; init; }

    public int UnitId { get; init; }

    public int PostId { get; init; }
}

internal sealed class PostHoldingMap : IEntityTypeConfiguration<PostHolding>
{
    public void Configure(EntityTypeBuilder<PostHolding> holding)
    {
        holding.ToTable("post_holding").HasKey(h => new { h.CentreId, h.UserId, h.UnitId, h.PostId });
        holding.HasOne<User>().WithMany().HasForeignKey(h => h.UserId);
        holding.HasOne<OrgUnit>().WithMany().HasForeignKey(h => new { h.CentreId, h.UnitId });
        holding.HasOne<Post>().WithMany().HasForeignKey(h => new { h.CentreId, h.PostId });
    }
}
