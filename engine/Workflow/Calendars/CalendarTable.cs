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
    internal DateOnly Day(int number, DateOnly from) => TryDay(number, from, out var day, out var missing) ? day : throw Missing(missing);

    /// <summary>
    /// The same, false with the missing year where there is one. Every step of a case whose due moment lies in a year without a calendar
    /// asks, so the answer must not cost an exception.
    /// </summary>
    internal bool TryDay(int number, DateOnly from, out DateOnly day, out int missing)
    {
        (day, missing) = (default, first.Year - 1);
        if (number < 1)
        {
            return false;
        }

        day = number <= workingDays.Length ? first.AddDays(workingDays[number - 1]) : first.AddDays(running.Length);
        var (low, high) = from.Year <= day.Year ? (from.Year, day.Year) : (day.Year, from.Year);
        for (missing = low; missing <= high; missing++)
        {
            if (!years.Contains(missing))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number of the last working day on or before a date; false where the date's year is missing.</summary>
    internal bool TryNumber(DateOnly date, out int number)
    {
        var isKnown = years.Contains(date.Year);
        number = isKnown ? running[date.DayNumber - first.DayNumber] : 0;
        return isKnown;
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

    internal static ClockException Missing(int year) =>
        new(ClockException.CalendarYearMissing, $"The calendar of {year} has not been published: what depends on it is not known yet.", year);
}
