namespace ApprovalEngine.Contracts.Clocks;

/// <summary>What a publication brings.</summary>
/// <param name="BuildsOn">Version of the set that was edited.</param>
/// <param name="Years">Whole years, each in place of what was known of it.</param>
/// <param name="OfficeHours">Office hours from dates on; those of other dates stay.</param>
public sealed record CalendarChange(int BuildsOn, IReadOnlyList<CalendarYearChange>? Years = null, IReadOnlyList<OfficeHoursView>? OfficeHours = null);

/// <summary>A year in a change.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Days that differ from the plain week.</param>
/// <param name="Sources">The official notices.</param>
public sealed record CalendarYearChange(int Year, IReadOnlyList<CalendarDay> Days, IReadOnlyList<string> Sources);
