using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>A year's calendar as published in a version of the centre's set; the newest version of a year counts.</summary>
internal sealed class CalendarYearRow
{
    public int CentreId { get; init; }

    public int Year { get; init; }

    public int Version { get; init; }

    public required string Days { get; init; }

    public required string Sources { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }
}

internal sealed class CalendarYearMap : IEntityTypeConfiguration<CalendarYearRow>
{
    public void Configure(EntityTypeBuilder<CalendarYearRow> year)
    {
        year.ToTable("calendar_year").HasKey(y => new { y.CentreId, y.Year, y.Version });
        year.Property(y => y.Days).HasColumnType("jsonb");
        year.Property(y => y.Sources).HasColumnType("jsonb");
    }
}
