namespace ApprovalEngine.Contracts.Clocks;

/// <summary>A year of a centre's calendar.</summary>
/// <param name="Year">The year.</param>
/// <param name="Version">Version of the centre's set in which it was published.</param>
/// <param name="PublishedAt">When (UTC).</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="Sources">The official notices.</param>
/// <param name="Days">Days that differ from the plain week.</param>
public sealed record CalendarYearView(int Year, int Version, DateTimeOffset PublishedAt, string PublishedBy, IReadOnlyList<string> Sources, IReadOnlyList<CalendarDay> Days);
