using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>Office hours from a local date on, as published in a version of the centre's set; the newest version of a date counts.</summary>
internal sealed class OfficeHoursRow
{
    public int CentreId { get; init; }

    public DateOnly FromOn { get; init; }

    public int Version { get; init; }

    public TimeOnly Opens { get; init; }

    public TimeOnly Closes { get; init; }
}

internal sealed class OfficeHoursMap : IEntityTypeConfiguration<OfficeHoursRow>
{
    public void Configure(EntityTypeBuilder<OfficeHoursRow> hours) =>
        hours.ToTable("office_hours", table => table.HasCheckConstraint("ck_office_hours_open_before_close", "opens < closes"))
            .HasKey(h => new { h.CentreId, h.FromOn, h.Version });
}
