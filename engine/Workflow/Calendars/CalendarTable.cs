using System.Collections.Frozen;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>
/// All days from the first to the last year, each with the running number of its working days: the n-th working day after a date
/// is an index, not a walk. Years without a calendar are gaps that no arithmetic may cross.
/// </summary>
internal sealed class CalendarTable
{
    private readonly DateOnly first;
    private readonly int[] running;
    private readonly int[] workingDays;
    private readonly FrozenSet<int> years;
    private readonly FrozenDictionary<DateOnly, SpecialDay> special;

    internal CalendarTable(IEnumerable<CalendarYear> source)
    {
        var list = source.ToList();
        years = list.Select(year => year.Year).ToFrozenSet();
        special = list.SelectMany(year => year.Days).ToFrozenDictionary(day => day.Date);
        first = new DateOnly(list.Count == 0 ? 1 : list.Min(year => year.Year), 1, 1);
        var days = list.Count == 0 ? 0 : new DateOnly(list.Max(year => year.Year), 12, 31).DayNumber - first.DayNumber + 1;
        running = new int[days];
        var found = new List<int>();
        for (var day = 0; day < days; day++)
        {
            var date = first.AddDays(day);
            if (years.Contains(date.Year) && Works(date))
            {
                found.Add(day);
            }

            running[day] = found.Count;
        }

        workingDays = [.. found];
    }

    internal SpecialDay? Special(DateOnly date) => special.GetValueOrDefault(date);

    internal bool IsWorkingDay(DateOnly date)
    {
        Require(date.Year);
        return Works(date);
    }

    /// <summary>The number of the last working day on or before a date; numbers run through all years.</summary>
    internal int Number(DateOnly date)
    {
        Require(date.Year);
        return running[date.DayNumber - first.DayNumber];
    }

    /// <summary>The working day of that number, reached from a date: no year between the two may be missing.</summary>
    internal DateOnly Day(int number, DateOnly from)
    {
        if (number < 1)
        {
            throw Missing(first.Year - 1);
        }

        var day = number <= workingDays.Length ? first.AddDays(workingDays[number - 1]) : first.AddDays(running.Length);
        var (low, high) = from.Year <= day.Year ? (from.Year, day.Year) : (day.Year, from.Year);
        for (var year = low; year <= high; year++)
        {
            Require(year);
        }

        return day;
    }

    private bool Works(DateOnly date) =>
        special.TryGetValue(date, out var day) ? !day.IsOffDay : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private void Require(int year)
    {
        if (!years.Contains(year))
        {
            throw Missing(year);
        }
    }

    private static ClockException Missing(int year) =>
        new(ClockException.CalendarYearMissing, $"The calendar of {year} has not been published: what depends on it is not known yet.", year);
}
