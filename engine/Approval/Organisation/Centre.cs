using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>The organisation that runs the product: the tenant.</summary>
internal sealed class Centre
{
    public int CentreId { get; init; }

    public required string Code { get; init; }

    public required LocalText Name { get; set; }

    /// <summary>IANA name of the zone of its local dates.</summary>
    public required string Zone { get; init; }

    /// <summary>Code of the profile of supervision levels.</summary>
    public required string LevelProfile { get; set; }

    /// <summary>Version of its calendar set; each publication counts it up.</summary>
    public int CalendarVersion { get; set; }

    /// <summary>Counts changes of units, people, posts and rights, so that every host knows when its copy is old.</summary>
    public int OrganisationVersion { get; set; }

    /// <summary>Counts changes of the item catalogue, for the same reason.</summary>
    public int CatalogueVersion { get; set; }

    public string Settings { get; set; } = "{}";
}

internal sealed class CentreMap : IEntityTypeConfiguration<Centre>
{
    public void Configure(EntityTypeBuilder<Centre> centre)
    {
        centre.ToTable("centre").HasKey(c => c.CentreId);
        centre.HasIndex(c => c.Code).IsUnique();
        centre.Property(c => c.Name).IsJson();

        // Key of the applicants' query codes (Public/QueryCode): made by the database with the centre, read by nobody else.
        centre.Property<byte[]>("QuerySecret").IsRequired().HasDefaultValueSql("sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))");
        centre.Property(c => c.Settings).HasColumnType("jsonb").HasDefaultValue("{}");
        centre.Property(c => c.CalendarVersion).HasDefaultValue(0);
        centre.Property(c => c.OrganisationVersion).HasDefaultValue(0);
        centre.Property(c => c.CatalogueVersion).HasDefaultValue(0);
    }
}
