using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Preferences;

/// <summary>What a person chose for themselves, one row a choice (<see cref="Contracts.Accounts.Preference"/>).</summary>
internal sealed class PreferenceRow
{
    public int CentreId { get; init; }

    public required string UserName { get; init; }

    public required string Name { get; init; }

    public required string Value { get; init; }
}

internal sealed class PreferenceRowMap : IEntityTypeConfiguration<PreferenceRow>
{
    public void Configure(EntityTypeBuilder<PreferenceRow> preference) =>
        preference.ToTable("preference").HasKey(p => new { p.CentreId, p.UserName, p.Name });
}
