using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>What an item says from its publication on; never changes, a case keeps the one it was accepted under.</summary>
internal sealed class ItemVersion
{
    public int CentreId { get; init; }

    public int ItemId { get; init; }

    public int Version { get; init; }

    public ItemKind Kind { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>Calendar: the due instant is given from outside where there is one, else the days below count.</summary>
    public LimitKind LimitKind { get; init; }

    public int LegalDays { get; init; }

    public int PromisedDays { get; init; }

    /// <summary>Working days from the decision to handing over the result.</summary>
    public int? DeliveryDays { get; init; }

    /// <summary>Working days by which the limit may be extended at most.</summary>
    public int? ExtensionDays { get; init; }

    /// <summary>The unit that handles its cases.</summary>
    public int UnitId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>Code of the profile of supervision levels that its cases follow; null for the centre's.</summary>
    public string? LevelProfile { get; init; }

    /// <summary>Fields of the application form.</summary>
    public string Form { get; init; } = "{}";

    public string Materials { get; init; } = "[]";

    public string Conditions { get; init; } = "[]";

    public string Basis { get; init; } = "[]";

    public string Fee { get; init; } = "{}";

    public string Guide { get; init; } = "{}";

    /// <summary>The lawful stops, with the law that lets one reach the legal clock.</summary>
    public string Stops { get; init; } = "[]";

    /// <summary>Category, channels, who may apply, level of online service, share of a demo month.</summary>
    public string Details { get; init; } = "{}";

    /// <summary>Whether several tasks of one step may be given one answer at once.</summary>
    public bool AllowsBulkAnswers { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }
}

internal sealed class ItemVersionMap : IEntityTypeConfiguration<ItemVersion>
{
    private static readonly string[] JsonColumns =
    [
        nameof(ItemVersion.Form), nameof(ItemVersion.Materials), nameof(ItemVersion.Conditions), nameof(ItemVersion.Basis),
        nameof(ItemVersion.Fee), nameof(ItemVersion.Guide), nameof(ItemVersion.Stops), nameof(ItemVersion.Details),
    ];

    public void Configure(EntityTypeBuilder<ItemVersion> version)
    {
        version.ToTable("item_version", table =>
        {
            table.HasCheckConstraint("ck_item_version_promised_within_legal", "promised_days <= legal_days");
            table.HasCheckConstraint("ck_item_version_promised_not_negative", "promised_days >= 0");
        });
        version.HasKey(v => new { v.CentreId, v.ItemId, v.Version });
        version.Property(v => v.Kind).HasConversion<short>();
        version.Property(v => v.LimitKind).HasConversion<short>();
        version.Property(v => v.Name).IsJson();
        foreach (var json in JsonColumns)
        {
            version.Property(json).HasColumnType("jsonb");
        }

        version.HasOne<Item>().WithMany().HasForeignKey(v => new { v.CentreId, v.ItemId });
    }
}
