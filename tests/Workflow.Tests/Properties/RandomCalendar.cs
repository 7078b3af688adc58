using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Tests.Calendars;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>Calendars with holidays and shifted working days anywhere, other office hours, and sometimes a year that is not known.</summary>
internal static class RandomCalendar
{
    private const int FirstYear = 2024;
    private const int Years = 5;

    public static WorkingCalendar Draw(Random random)
    {
        var years = Enumerable.Range(FirstYear, random.Next(8) == 0 ? 2 : Years).Select(year => Year(random, year)).ToList();
        var opens = new TimeOnly(random.Next(7, 10), 0);
        return new WorkingCalendar(China.Zone, random.Next(1, 9), years, [new OfficeHours(DateOnly.MinValue, opens, opens.AddHours(random.Next(5, 10)))]);
    }

    private static CalendarYear Year(Random random, int year)
    {
        var days = new Dictionary<DateOnly, SpecialDay>();
        for (var holiday = random.Next(9); holiday > 0; holiday--)
        {
            var first = new DateOnly(year, 1, 1).AddDays(random.Next(350));
            for (var day = first; day < first.AddDays(random.Next(1, 9)); day = day.AddDays(1))
            {
                days[day] = new SpecialDay(day, "holiday", IsOffDay: random.Next(6) > 0);
            }
        }

        return new CalendarYear(year, [.. days.Values.OrderBy(day => day.Date)]);
    }
}
