using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Workflow.Tests.Calendars;

/// <summary>The shipped calendars with the usual office hours.</summary>
internal static class China
{
    internal static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    internal static readonly IReadOnlyList<CalendarYear> Years =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Data", "calendars"), "cn-*.json").Order().Select(file => CalendarFile.Read(File.ReadAllText(file)))];

    internal static readonly WorkingCalendar Calendar = With(Years);

    internal static WorkingCalendar With(IEnumerable<CalendarYear> years) =>
        new(Zone, 1, years, [new OfficeHours(DateOnly.MinValue, new TimeOnly(9, 0), new TimeOnly(17, 30))]);

    /// <summary>An instant by its local time in the centre.</summary>
    internal static DateTimeOffset At(string local) =>
        new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();
}
