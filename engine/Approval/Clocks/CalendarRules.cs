using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Clocks;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>What a change of the calendar must keep; each fault is named with its place.</summary>
internal static class CalendarRules
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <exception cref="RuleBrokenException">With every fault.</exception>
    public static void Check(CalendarChange change)
    {
        var years = change.Years ?? [];
        var hours = change.OfficeHours ?? [];
        var faults = years.SelectMany(OfYear).Concat(Repeated(years)).Concat(OfHours(hours)).ToList();
        if (years.Count + hours.Count == 0)
        {
            faults.Add(new Fault("CalendarEmpty", "There is nothing to publish.", "years"));
        }

        if (faults.Count > 0)
        {
            throw new RuleBrokenException(faults);
        }
    }

    private static IEnumerable<Fault> OfYear(CalendarYearChange year, int at)
    {
        var where = $"years[{at}]";
        if (year.Year is < FirstYear or > LastYear)
        {
            yield return new Fault("CalendarYear", $"{year.Year} is not a year between {FirstYear} and {LastYear}.", where);
        }

        if (year.Sources.Count == 0)
        {
            yield return new Fault("CalendarSource", $"The calendar of {year.Year} names no official notice.", $"{where}.sources");
        }

        foreach (var (day, index) in year.Days.Select((day, index) => (day, index)))
        {
            if (day.Date.Year != year.Year)
            {
                yield return new Fault("CalendarDate", $"{day.Date:yyyy-MM-dd} is not a date of {year.Year}; it belongs into the calendar of its own year.", $"{where}.days[{index}]");
            }

            if (string.IsNullOrWhiteSpace(day.Name))
            {
                yield return new Fault("CalendarDayName", $"{day.Date:yyyy-MM-dd} has no name.", $"{where}.days[{index}].name");
            }
        }

        foreach (var twice in year.Days.GroupBy(day => day.Date).Where(group => group.Count() > 1))
        {
            yield return new Fault("CalendarDateTwice", $"{twice.Key:yyyy-MM-dd} stands there twice.", $"{where}.days");
        }
    }

    private static IEnumerable<Fault> Repeated(IReadOnlyList<CalendarYearChange> years) =>
        years.GroupBy(year => year.Year).Where(group => group.Count() > 1).Select(group => new Fault("CalendarYearTwice", $"{group.Key} stands there twice.", "years"));

    private static IEnumerable<Fault> OfHours(IReadOnlyList<OfficeHoursView> hours) => hours.GroupBy(hour => hour.From).Where(group => group.Count() > 1)
        .Select(group => new Fault("OfficeHoursTwice", $"Two office hours begin on {group.Key:yyyy-MM-dd}.", "officeHours"))
        .Concat(hours.Where(hour => hour.Opens >= hour.Closes).Select(hour => new Fault("OfficeHours", $"From {hour.From:yyyy-MM-dd} on, the centre would open at {hour.Opens:HH:mm} and close at {hour.Closes:HH:mm}.", "officeHours")));
}
