using System.Text.Json;
using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Host.Commands.Clocks;

/// <summary>The calendars that come with the product, for commands that need no database.</summary>
internal static class ShippedCalendars
{
    /// <summary>The zone and the hours of the shipped centre.</summary>
    private const string Zone = "Asia/Shanghai";

    private static readonly OfficeHours Hours = new(DateOnly.MinValue, new TimeOnly(9, 0), new TimeOnly(17, 30));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "workflows", "calendars");

    /// <summary>All years.</summary>
    public static IReadOnlyList<CalendarYear> Years() =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The calendar of the shipped centre.</summary>
    public static WorkingCalendar Calendar() => new(TimeZoneInfo.FindSystemTimeZoneById(Zone), 1, Years(), [Hours]);

    private static CalendarYear Read(string file)
    {
        try
        {
            return CalendarFile.Read(File.ReadAllText(file));
        }
        catch (JsonException fault)
        {
            throw BadInputException.In(file, null, fault.Message);
        }
    }
}
