using System.Text.Json;
using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Clocks;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>What somebody pasted or loaded as a calendar: a year in the form of the API, or the official notice.</summary>
public static class CalendarInput
{
    /// <summary>Reads it.</summary>
    /// <param name="text">What was pasted.</param>
    /// <param name="year">The year that is meant where the text says none.</param>
    /// <returns>The year; null where nothing of it can be read.</returns>
    public static CalendarYearChange? Read(string text, int year)
    {
        if (text.TrimStart().StartsWith('{'))
        {
            return ReadJson(text);
        }

        var meant = HolidayNotice.YearOf(text) ?? year;
        var days = HolidayNotice.Read(text, meant);
        return days.Count == 0 ? null : new CalendarYearChange(meant, days, []);
    }

    private static CalendarYearChange? ReadJson(string text)
    {
        try
        {
            var read = JsonSerializer.Deserialize(text, ApiJson.Default.CalendarYearChange);
            return read is { Year: > 0, Days.Count: > 0 } ? read with { Sources = read.Sources ?? [] } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
