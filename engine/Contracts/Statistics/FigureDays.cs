using System.Globalization;

namespace ApprovalEngine.Contracts.Statistics;

/// <summary>The days of a question for figures, and those with which they are compared.</summary>
/// <param name="From">First local date.</param>
/// <param name="To">Last one, inclusive.</param>
public readonly record struct FigureDays(DateOnly From, DateOnly To)
{
    private const int MonthsAYear = 12;

    private bool IsOfMonths => From.Day == 1 && IsEndOfMonth(To) && To > From;

    private int Months => ((To.Year - From.Year) * MonthsAYear) + To.Month - From.Month + 1;

    /// <summary>
    /// The earlier period. The one just before has, of whole months (a quarter, a year), as many whole ones, else as many days; a year before it is the same
    /// days, and the end of February is that of either year.
    /// </summary>
    public FigureDays Earlier(Comparison comparison)
    {
        if (comparison == Comparison.Year)
        {
            var to = To.AddYears(-1);
            return new(From.AddYears(-1), IsEndOfMonth(To) ? EndOfMonth(to) : to);
        }

        if (IsOfMonths)
        {
            return new(From.AddMonths(-Months), From.AddDays(-1));
        }

        var days = To.DayNumber - From.DayNumber + 1;
        return new(From.AddDays(-days), From.AddDays(-1));
    }

    /// <summary>What stands in the earlier period where a group of this one stands: a month (yyyy-MM) has another name there, null where a period is not made of whole ones.</summary>
    /// <param name="comparison">Which earlier period.</param>
    /// <param name="dimension">Of which dimension.</param>
    /// <param name="key">The group's code; null for all groups.</param>
    public string? EarlierKey(Comparison comparison, string dimension, string? key) => (dimension, key, comparison) switch
    {
        (_, null, _) or (not "month", _, _) => key,
        (_, _, Comparison.Year) => Moved(key, MonthsAYear),
        _ => IsOfMonths ? Moved(key, Months) : null,
    };

    private static string Moved(string month, int months) =>
        DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(-months).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static bool IsEndOfMonth(DateOnly day) => day.AddDays(1).Day == 1;

    private static DateOnly EndOfMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);
}
