using System.Globalization;
using System.Text.RegularExpressions;
using ApprovalEngine.Contracts.Clocks;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>
/// Reads the yearly notice of the State Council as it is published (國務院辦公廳關於某年部分節假日安排的通知): a holiday a paragraph, its off days
/// in a sentence with 放假, the weekend days that are worked instead in one with 上班.
/// </summary>
public static class HolidayNotice
{
    // Read when needed, once a year: patterns made into code would travel with each first load.

    /// <summary>What stands in brackets: days of the week, days of the lunar calendar.</summary>
    private static readonly Regex Remarks = new("（[^）]*）|\\([^)]*\\)");

    private static readonly Regex About = new("(\\d{4})年部分[节節]假日");

    private static readonly Regex Paragraph = new("^\\s*(?:[一二三四五六七八九十\\d]+[、.．])?\\s*([^：:、。]{1,12})[：:](.+)$");

    private static readonly Regex Span = new("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:[至到](?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日)?");

    /// <summary>The days of the year that the text names; empty where it is no such notice.</summary>
    /// <param name="text">The notice.</param>
    /// <param name="year">The year that is meant where a date names none.</param>
    public static IReadOnlyList<CalendarDay> Read(string text, int year) =>
        [.. Remarks.Replace(text, "").Split('\n').SelectMany(line => Days(line, year)).Where(day => day.Date.Year == year).DistinctBy(day => day.Date).OrderBy(day => day.Date)];

    /// <summary>The year that a notice is about; null where it says none.</summary>
    public static int? YearOf(string text) => About.Match(text) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<CalendarDay> Days(string line, int year)
    {
        if (Paragraph.Match(line) is not { Success: true } paragraph)
        {
            return [];
        }

        var name = paragraph.Groups[1].Value.Trim();
        return paragraph.Groups[2].Value.Split('。', '；', ';')
            .Where(sentence => sentence.Contains("放假", StringComparison.Ordinal) || sentence.Contains("上班", StringComparison.Ordinal))
            .SelectMany(sentence => Span.Matches(sentence).SelectMany(span => Dates(span, year)).Select(date => new CalendarDay(date, name, !sentence.Contains("上班", StringComparison.Ordinal))));
    }

    private static IEnumerable<DateOnly> Dates(Match span, int year)
    {
        int? Number(int group) => span.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;
        if (!TryDate(Number(1) ?? year, Number(2)!.Value, Number(3)!.Value, out var from))
        {
            return [];
        }

        var until = from;
        return Number(6) is { } last && (!TryDate(Number(4) ?? from.Year, Number(5) ?? from.Month, last, out until) || until < from)
            ? []
            : Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(from.AddDays);
    }

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        var isDate = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = isDate ? new DateOnly(year, month, day) : default;
        return isDate;
    }
}
