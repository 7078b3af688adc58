using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;

namespace ApprovalEngine.Approval.Exports;

/// <summary>A list that can be taken out: read by the query that shows it, so that scope and filter are the same.</summary>
/// <typeparam name="TRow">A row of the list.</typeparam>
public sealed record ListExport<TRow>
{
    /// <summary>Which list, for the trail and the file's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the sheet is called, in the reader's language.</summary>
    public required string Title { get; init; }

    /// <summary>What narrows the list, for the trail.</summary>
    public required object Filter { get; init; }

    /// <summary>Why it shows numbers in full; null where it does not.</summary>
    public string? Reason { get; init; }

    /// <summary>The columns.</summary>
    public required IReadOnlyList<ExportColumn<TRow>> Columns { get; init; }

    /// <summary>The rows behind a key, as many as are wanted at once; null for the first.</summary>
    public required Func<string?, int, CancellationToken, Task<Page<TRow>>> Read { get; init; }

    /// <summary>How many rows there are; null where the list is too short to be worth counting.</summary>
    public Func<CancellationToken, Task<long>>? Count { get; init; }

    /// <summary>The orders that the screen gives the list itself.</summary>
    public IReadOnlyList<ExportOrder<TRow>> Orders { get; init; } = [];

    /// <summary>Which row is the total of the others and stays last; null where none is.</summary>
    public Func<TRow, bool>? IsTotal { get; init; }

    /// <summary>
    /// The list as the screen shows it. One that the screen sorts is read as a whole first, as the screen has done; every other one keeps the
    /// order in which it is read, page by page.
    /// </summary>
    /// <param name="sort">What the screen's address says of the order; null for nothing.</param>
    public ListExport<TRow> InOrder(string? sort) => Orders.FirstOrDefault(one => RowOrder.IsBy(sort, one.Name)) is not { } order ? this : this with
    {
        Read = async (_, take, cancel) =>
        {
            var rows = new List<TRow>();
            for (var page = await Read(null, take, cancel); ; page = await Read(page.Next, take, cancel))
            {
                rows.AddRange(page.Items);
                if (rows.Count > Exporter.MostSorted)
                {
                    throw new RuleBrokenException("SortTooWide", $"More than {Exporter.MostSorted} rows are not put in this order; narrow what is asked for, or take it out unsorted.", "sort");
                }

                if (page.Next is null)
                {
                    break;
                }
            }

            return new([.. RowOrder.Of(rows, order.Key, sort != order.Name).OrderBy(row => IsTotal?.Invoke(row) == true)], null);
        },
    };
}
