using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>A post (崗位) that a flow may name instead of a person.</summary>
internal sealed class Post
{
    public int CentreId { get; init; }

    public int PostId { get; init; }

    public required string Code { get; init; }

    public required LocalText Name { get; set; }
}

internal sealed class PostMap : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("post").HasKey(p => new { p.CentreId, p.PostId });
        post.Property(p => p.PostId).UseIdentityByDefaultColumn();
        post.HasIndex(p => new { p.CentreId, p.Code }).IsUnique();
        post.Property(p => p.Name).IsJson();
    }
}
