using ApprovalEngine.Contracts.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>An approval item; what it says stands in its versions.</summary>
internal sealed class Item
{
    public int CentreId { get; init; }

    public int ItemId { get; init; }

    /// <summary>Opaque, up to 64 characters, unique in the centre.</summary>
    public required string Code { get; init; }

    /// <summary>National code, kept beside it and never parsed for meaning.</summary>
    public string? NationalCode { get; set; }

    public int CurrentVersion { get; set; }

    public ItemState State { get; set; }
}

internal sealed class ItemMap : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> item)
    {
        item.ToTable("item").HasKey(i => new { i.CentreId, i.ItemId });
        item.Property(i => i.ItemId).UseIdentityByDefaultColumn();
        item.Property(i => i.Code).HasMaxLength(64);
        item.Property(i => i.State).HasConversion<string>();
        item.HasIndex(i => new { i.CentreId, i.Code }).IsUnique();
    }
}
