using System.Globalization;
using ApprovalEngine.AdminUi.Resources;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>How addresses say an order.</summary>
public static class Sorting
{
    /// <summary>Stands before a column's name for the largest first.</summary>
    public const string Backwards = "-";
}

/// <summary>Puts the rows of a table in order that are there as a whole: by a column's name, backwards with a minus before it.</summary>
/// <param name="columns">The columns by which it can be sorted.</param>
public sealed class Sorting<T>(params SortColumn<T>[] columns)
{
    // Texts as people of the language sort them.
    private static readonly Comparer<IComparable> Order = Comparer<IComparable>.Create((one, other) =>
        one is string text && other is string with ? CultureInfo.CurrentCulture.CompareInfo.Compare(text, with, CompareOptions.IgnoreCase) : one.CompareTo(other));

    /// <summary>The rows in the order that the address asks for; as they are where it asks for none that there is. Rows without a value come last either way.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="sort">What stands in the address.</param>
    public IReadOnlyList<T> Of(IReadOnlyList<T> rows, string? sort)
    {
        if (sort is null || columns.FirstOrDefault(one => sort == one.Name || sort == Sorting.Backwards + one.Name) is not { } column)
        {
            return rows;
        }

        var keyed = rows.Select(row => (Row: row, Key: column.Key(row))).OrderBy(one => one.Key is null);
        return [.. (sort != column.Name ? keyed.ThenByDescending(one => one.Key!, Order) : keyed.ThenBy(one => one.Key!, Order)).Select(one => one.Row)];
    }

    /// <summary>What a list of choices offers: each column both ways.</summary>
    /// <param name="texts">The person's language.</param>
    public IEnumerable<SortChoice> Choices(Texts texts) => columns.SelectMany(column => (SortChoice[])
    [
        new(column.Name, texts["Sort.Up", column.Text]), new(Sorting.Backwards + column.Name, texts["Sort.Down", column.Text]),
    ]);
}
