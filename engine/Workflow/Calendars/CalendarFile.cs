using System.Text.Json;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>Reads a year in the form of workflows/calendars: <c>{year, days: [{date, name, isOffDay}]}</c>.</summary>
public static class CalendarFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the text of one file.</summary>
    /// <exception cref="JsonException">It is not of that form; the exception names the place.</exception>
    public static CalendarYear Read(string json)
    {
        var year = JsonSerializer.Deserialize<CalendarYear>(json, Options) ?? throw new JsonException("A calendar file is an object with year and days.");
        return year.Days is null || year.Days.FirstOrDefault(day => day.Date.Year != year.Year) is { } stray
            ? throw new JsonException($"A calendar of {year.Year} lists only days of {year.Year}.")
            : year;
    }
}
