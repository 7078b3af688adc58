using ApprovalEngine.Contracts.Clocks;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>The days of a year, the plain week with what a notice makes different.</summary>
public sealed class YearDays(int year, IEnumerable<CalendarDay> special)
{
    private readonly Dictionary<DateOnly, CalendarDay> special = special.GroupBy(day => day.Date).ToDictionary(group => group.Key, group => group.Last());

    /// <summary>The year.</summary>
    public int Year => year;

    /// <summary>What a day is.</summary>
    public DayKind Kind(DateOnly day) => special.TryGetValue(day, out var known)
        ? known.IsOffDay ? DayKind.Holiday : DayKind.Shifted
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Work;

    /// <summary>What the notice calls a day; null for a plain one.</summary>
    public string? Name(DateOnly day) => special.GetValueOrDefault(day)?.Name;

    /// <summary>The weeks of a month, Monday first; null where a week reaches into another month.</summary>
    public IEnumerable<DateOnly?[]> Weeks(int month)
    {
        var first = new DateOnly(year, month, 1);
        var shift = ((int)first.DayOfWeek + 6) % 7;
        for (var start = first.AddDays(-shift); start.Year < year || (start.Year == year && start.Month <= month); start = start.AddDays(7))
        {
            yield return [.. Enumerable.Range(0, 7).Select(start.AddDays).Select(day => day.Month == month && day.Year == year ? (DateOnly?)day : null)];
        }
    }

    /// <summary>How many days are worked.</summary>
    public int CountWorking() => All().Count(day => Kind(day) is DayKind.Work or DayKind.Shifted);

    /// <summary>The days that are something else than in another calendar of the year.</summary>
    public IEnumerable<(DateOnly Day, DayKind Before, DayKind After)> ChangesFrom(YearDays before) =>
        All().Select(day => (day, before.Kind(day), Kind(day))).Where(one => one.Item2 != one.Item3);

    private IEnumerable<DateOnly> All() => Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}
