using System.Globalization;

namespace ApprovalEngine.Contracts.Exports;

/// <summary>How tables that are there as a whole are put in order: on the screen, and in the file that is taken out of it.</summary>
public static class RowOrder
{
    /// <summary>Stands before a column's name for the largest first.</summary>
    public const string Backwards = "-";

    // Texts as people of the language sort them. Rows without a key are compared with each other only.
    private static readonly Comparer<IComparable?> Order = Comparer<IComparable?>.Create((one, other) =>
        one is null ? 0
        : one is string text && other is string with ? CultureInfo.CurrentCulture.CompareInfo.Compare(text, with, CompareOptions.IgnoreCase) : one.CompareTo(other));

    /// <summary>Whether an order is by a column, either way.</summary>
    /// <param name="sort">What the address says; null for none.</param>
    /// <param name="column">The column's name.</param>
    public static bool IsBy(string? sort, string column) => sort is not null && (sort == column || sort == Backwards + column);

    /// <summary>Rows in the order of a key; those without one come last either way, equal ones as they stood.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="key">What they are put in order by.</param>
    /// <param name="isBackwards">The largest first.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows, Func<T, IComparable?> key, bool isBackwards)
    {
        var keyed = rows.Select(row => (Row: row, Key: key(row))).OrderBy(one => one.Key is null);
        return (isBackwards ? keyed.ThenByDescending(one => one.Key, Order) : keyed.ThenBy(one => one.Key, Order)).Select(one => one.Row);
    }
}
