using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>Thresholds that a centre has set itself, in one version; what ships is not stored.</summary>
internal sealed class LevelProfileVersion
{
    public int CentreId { get; init; }

    public required string Code { get; init; }

    public required int Version { get; init; }

    /// <summary>Null for a profile that ships.</summary>
    public LocalText? Name { get; init; }

    public required IReadOnlyList<LevelRuleView> Rules { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public required string SetBy { get; init; }
}

internal sealed class LevelProfileVersionMap : IEntityTypeConfiguration<LevelProfileVersion>
{
    public void Configure(EntityTypeBuilder<LevelProfileVersion> version)
    {
        version.ToTable("level_profile").HasKey(v => new { v.CentreId, v.Code, v.Version });
        version.Property(v => v.Name!).IsJson();
        version.Property(v => v.Rules).IsJson();
        version.HasOne<Centre>().WithMany().HasForeignKey(v => v.CentreId);
    }
}
