using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Keys;

/// <summary>What a program proves itself with. It is no person's account: no password opens it, no task is offered to it, no list of people shows it.</summary>
internal sealed class ApiKey
{
    public int CentreId { get; init; }

    public int KeyId { get; init; }

    /// <summary>The part of the key that may be known.</summary>
    public required string Code { get; init; }

    public required string Program { get; init; }

    /// <summary>SHA-256 of the part that may not.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Last day, local, inclusive.</summary>
    public DateOnly ExpiresOn { get; init; }

    public required string GivenBy { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public string? RevokedBy { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public List<ApiKeyGrant> Grants { get; init; } = [];
}

/// <summary>A role that a key holds at a unit; it reaches down the unit's tree.</summary>
internal sealed class ApiKeyGrant
{
    public int CentreId { get; init; }

    public int KeyId { get; init; }

    public Role Role { get; init; }

    public int UnitId { get; init; }
}

internal sealed class ApiKeyMap : IEntityTypeConfiguration<ApiKey>, IEntityTypeConfiguration<ApiKeyGrant>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.ToTable("api_key").HasKey(k => new { k.CentreId, k.KeyId });
        key.Property(k => k.KeyId).UseIdentityByDefaultColumn();
        key.HasIndex(k => k.Code).IsUnique();
        key.HasOne<Centre>().WithMany().HasForeignKey(k => k.CentreId);
        key.HasMany(k => k.Grants).WithOne().HasForeignKey(g => new { g.CentreId, g.KeyId });
    }

    public void Configure(EntityTypeBuilder<ApiKeyGrant> grant)
    {
        grant.ToTable("api_key_grant").HasKey(g => new { g.CentreId, g.KeyId, g.Role, g.UnitId });
        grant.Property(g => g.Role).HasConversion<string>();
        grant.HasOne<OrgUnit>().WithMany().HasForeignKey(g => new { g.CentreId, g.UnitId });
    }
}
