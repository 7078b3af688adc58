using System.Collections.Immutable;
using System.Globalization;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>Says why a clock is due when it is: a line a day with its reason, then what it comes to, in the reader's language.</summary>
public static class DeadlineWords
{
    private static readonly Wording English = new(
        "en", "{0} {1}: {2}", "day of acceptance, not counted", "day {0}", "day {0} (working weekend, {1})", "weekend, not counted", "holiday ({0}), not counted",
        "the clock stood still, not counted", "Due {0}.", "The clock stands still: {0} working days are left.", "The due moment is not known until the calendar of {0} is published.",
        "Due {0}, as given.", "Limit {0} working days.", "Limit {0} working days, extended by {1}.", "Calendar version {0}.");

    private static readonly Wording Hans = new(
        "zh-Hans", "{0} {1}：{2}", "受理当日，不计入", "第 {0} 日", "第 {0} 日（调休上班，{1}）", "周末，不计入", "节假日（{0}），不计入",
        "停表，不计入", "{0} 到期。", "停表中：剩余 {0} 个工作日。", "{0} 年日历尚未公布，到期时刻未知。",
        "{0} 到期（给定）。", "时限 {0} 个工作日。", "时限 {0} 个工作日，延期 {1} 个工作日。", "日历第 {0} 版。");

    private static readonly Wording Hant = new(
        "zh-Hant", "{0} {1}：{2}", "受理當日，不計入", "第 {0} 日", "第 {0} 日（調休上班，{1}）", "週末，不計入", "節假日（{0}），不計入",
        "停錶，不計入", "{0} 到期。", "停錶中：剩餘 {0} 個工作日。", "{0} 年日曆尚未公布，到期時刻未知。",
        "{0} 到期（給定）。", "時限 {0} 個工作日。", "時限 {0} 個工作日，延期 {1} 個工作日。", "日曆第 {0} 版。");

    /// <summary>The lines.</summary>
    /// <param name="clock">Budget and events.</param>
    /// <param name="calendar">The centre's calendar; its version is named.</param>
    /// <param name="at">Instant (UTC) at which it is read.</param>
    /// <param name="language">zh-Hans, zh-Hant or en; anything else reads as zh-Hans.</param>
    public static ImmutableArray<string> Of(Clock clock, WorkingCalendar calendar, DateTimeOffset at, string language)
    {
        var words = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : language.StartsWith("zh-Hant", StringComparison.OrdinalIgnoreCase) ? Hant : Hans;
        var reading = Deadlines.Read(clock, calendar, at);
        return [.. Budget(clock, words), .. reading.Days.Select(day => Line(day, words)), Conclusion(clock, reading, calendar, words), Text(words.Version, calendar.Version)];
    }

    private static IEnumerable<string> Budget(Clock clock, Wording words) => clock.Limit is Limit.WorkingDays limit
        ? [clock.ExtensionDays == 0 ? Text(words.Limit, limit.Count) : Text(words.Extended, limit.Count, clock.ExtensionDays)]
        : [];

    private static string Line(ClockDay day, Wording words) => Text(
        words.Line,
        day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        day.Date.ToString("ddd", CultureInfo.GetCultureInfo(words.Culture)),
        day.Kind switch
        {
            ClockDayKind.Acceptance => words.Acceptance,
            ClockDayKind.Counted => Text(words.Counted, day.Number!),
            ClockDayKind.CountedShifted => Text(words.Shifted, day.Number!, day.Name ?? ""),
            ClockDayKind.Weekend => words.Weekend,
            ClockDayKind.Holiday => Text(words.Holiday, day.Name ?? ""),
            _ => words.Suspended,
        });

    private static string Conclusion(Clock clock, ClockReading reading, WorkingCalendar calendar, Wording words) => reading switch
    {
        { DueAt: { } due } when clock.Limit is Limit.Calendar => Text(words.Given, Local(due, calendar)),
        { DueAt: { } due } => Text(words.Due, Local(due, calendar)),
        { MissingYear: { } year } => Text(words.Unknown, year),
        _ => Text(words.Stopped, reading.RemainingDays ?? 0),
    };

    private static string Local(DateTimeOffset at, WorkingCalendar calendar) =>
        TimeZoneInfo.ConvertTime(at, calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Text(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);

    private sealed record Wording(
        string Culture, string Line, string Acceptance, string Counted, string Shifted, string Weekend, string Holiday, string Suspended,
        string Due, string Stopped, string Unknown, string Given, string Limit, string Extended, string Version);
}
