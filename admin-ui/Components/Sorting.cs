using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.Contracts.Exports;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>Puts the rows of a table in order that are there as a whole: by a column's name, backwards with a minus before it.</summary>
/// <param name="columns">The columns by which it can be sorted.</param>
public sealed class Sorting<T>(params SortColumn<T>[] columns)
{
    /// <summary>The rows in the order that the address asks for; as they are where it asks for none that there is.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="sort">What stands in the address.</param>
    public IReadOnlyList<T> Of(IReadOnlyList<T> rows, string? sort) =>
        columns.FirstOrDefault(one => RowOrder.IsBy(sort, one.Name)) is { } column ? [.. RowOrder.Of(rows, column.Key, sort != column.Name)] : rows;

    /// <summary>What a list of choices offers: each column both ways.</summary>
    /// <param name="texts">The person's language.</param>
    public IEnumerable<Choice> Choices(Texts texts) => columns.SelectMany(column => (Choice[])
    [
        new(column.Name, texts["Sort.Up", column.Text]), new(RowOrder.Backwards + column.Name, texts["Sort.Down", column.Text]),
    ]);
}
