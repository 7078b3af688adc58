using System.Text.Json;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Workflow.Calendars;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>The rows that make up a version of a centre's calendar set.</summary>
internal sealed record CalendarRows(IReadOnlyList<CalendarYearRow> Years, IReadOnlyList<OfficeHoursRow> Hours)
{
    /// <summary>The newest row of each year and of each date of office hours, up to a version.</summary>
    public static async Task<CalendarRows> Read(ApprovalDbContext context, int centreId, int version, CancellationToken cancel)
    {
        var years = await context.Set<CalendarYearRow>().AsNoTracking().Where(y => y.CentreId == centreId && y.Version <= version).ToListAsync(cancel);
        var hours = await context.Set<OfficeHoursRow>().AsNoTracking().Where(h => h.CentreId == centreId && h.Version <= version).ToListAsync(cancel);
        return new CalendarRows(
            [.. years.GroupBy(year => year.Year).Select(year => year.MaxBy(row => row.Version)!).OrderBy(row => row.Year)],
            [.. hours.GroupBy(hour => hour.FromOn).Select(hour => hour.MaxBy(row => row.Version)!).OrderBy(row => row.FromOn)]);
    }

    /// <summary>The calendar they make.</summary>
    public WorkingCalendar Build(string zone, int version) => new(
        TimeZoneInfo.FindSystemTimeZoneById(zone),
        version,
        Years.Select(row => new CalendarYear(row.Year, JsonSerializer.Deserialize<List<SpecialDay>>(row.Days, JsonText.Options)!)),
        Hours.Select(row => new OfficeHours(row.FromOn, row.Opens, row.Closes)));

    /// <summary>The same with a change in it.</summary>
    public CalendarRows With(CalendarRows change) => new(
        [.. Years.Where(row => change.Years.All(changed => changed.Year != row.Year)).Concat(change.Years)],
        [.. Hours.Where(row => change.Hours.All(changed => changed.FromOn != row.FromOn)).Concat(change.Hours).OrderBy(row => row.FromOn)]);

    /// <summary>The rows that a change adds.</summary>
    public static CalendarRows Of(CalendarChange change, int centreId, int version, DateTimeOffset at, string actor) => new(
        [.. (change.Years ?? []).Select(year => new CalendarYearRow
        {
            CentreId = centreId,
            Year = year.Year,
            Version = version,
            Days = JsonSerializer.Serialize(year.Days.OrderBy(day => day.Date), JsonText.Options),
            Sources = JsonSerializer.Serialize(year.Sources, JsonText.Options),
            PublishedAt = at,
            PublishedBy = actor,
        })],
        [.. (change.OfficeHours ?? []).Select(hours => new OfficeHoursRow { CentreId = centreId, FromOn = hours.From, Version = version, Opens = hours.Opens, Closes = hours.Closes })]);
}
