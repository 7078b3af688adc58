using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A list that a person keeps for their own work: phrases, filters. It is replaced as a whole.</summary>
internal sealed class OwnList
{
    public int CentreId { get; init; }

    public required string UserName { get; init; }

    public OwnListKind Kind { get; init; }

    /// <summary>How often it was kept: whoever changes it says on which version they build.</summary>
    public int Version { get; init; }

    /// <summary>The entries, a JSON array.</summary>
    public required string Entries { get; init; }
}

/// <summary>Which list; the numbers stand in the table.</summary>
internal enum OwnListKind : short
{
    /// <summary>Short texts for opinions.</summary>
    Phrases = 1,

    /// <summary>Named filters of the inbox.</summary>
    Filters = 2,
}

internal sealed class OwnListMap : IEntityTypeConfiguration<OwnList>
{
    public void Configure(EntityTypeBuilder<OwnList> list)
    {
        list.ToTable("own_list").HasKey(l => new { l.CentreId, l.UserName, l.Kind });
        list.Property(l => l.Kind).HasConversion<short>();
        list.Property(l => l.Entries).HasColumnType("jsonb");
    }
}
