namespace ApprovalEngine.Contracts.Clocks;

/// <summary>A centre's calendar set.</summary>
/// <param name="Version">Its version; every publication counts it up.</param>
/// <param name="Zone">IANA name of the zone of local dates.</param>
/// <param name="Years">The years there are, with the version in which each was published last.</param>
/// <param name="OfficeHours">Opening and closing from each date on.</param>
/// <param name="MissingYear">The year that administrators must see to: this one at any time, the next one from 1 October on; else null.</param>
/// <param name="Pass">How far the newest publication has come over the open cases; null where nothing was published yet.</param>
public sealed record CalendarOverview(int Version, string Zone, IReadOnlyList<CalendarYearListed> Years, IReadOnlyList<OfficeHoursView> OfficeHours, int? MissingYear,
    CalendarPassView? Pass);

/// <summary>A year in a list.</summary>
/// <param name="Year">The year.</param>
/// <param name="Version">Version in which it was published last.</param>
/// <param name="PublishedAt">When (UTC).</param>
/// <param name="PublishedBy">By whom.</param>
public sealed record CalendarYearListed(int Year, int Version, DateTimeOffset PublishedAt, string PublishedBy);

/// <summary>Office hours from a date on.</summary>
/// <param name="From">First local date.</param>
/// <param name="Opens">Local time.</param>
/// <param name="Closes">Local time.</param>
public sealed record OfficeHoursView(DateOnly From, TimeOnly Opens, TimeOnly Closes);
