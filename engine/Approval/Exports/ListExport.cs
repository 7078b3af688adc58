using ApprovalEngine.Contracts.Cases;

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
}
