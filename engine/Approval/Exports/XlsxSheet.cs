using System.Runtime.CompilerServices;
using MiniExcelLibs;

namespace ApprovalEngine.Approval.Exports;

/// <summary>Rows as a workbook: text is text, whatever it begins with; what does not fit on a sheet goes on in the next.</summary>
internal static class XlsxSheet
{
    /// <summary>A sheet of Excel has 1,048,576 lines; the headings take one, and rows may be added while the export runs.</summary>
    private const int RowsOfSheet = 1_000_000;

    /// <summary>Writes headings and rows.</summary>
    public static Task WriteAsync(Stream file, string title, IReadOnlyList<string> headings, IAsyncEnumerable<object?[]> rows, long? expected, CancellationToken cancel)
    {
        var sheets = (int)((expected ?? 0) / RowsOfSheet) + 1;
        return sheets == 1
            ? file.SaveAsAsync(Lines(headings, rows, cancel), sheetName: title, cancellationToken: cancel)
            : SeveralAsync(file, title, headings, rows, sheets, cancel);
    }

    private static async Task SeveralAsync(Stream file, string title, IReadOnlyList<string> headings, IAsyncEnumerable<object?[]> rows, int sheets, CancellationToken cancel)
    {
        await using var place = rows.GetAsyncEnumerator(cancel);
        var named = Enumerable.Range(1, sheets).ToDictionary(no => $"{title} {no}/{sheets}".Replace('/', '-'), object (no) => Lines(headings, Next(place, no < sheets ? RowsOfSheet : int.MaxValue), cancel));
        await file.SaveAsAsync(named, cancellationToken: cancel);
    }

    private static async IAsyncEnumerable<object?[]> Next(IAsyncEnumerator<object?[]> place, int most)
    {
        for (var written = 0; written < most && await place.MoveNextAsync(); written++)
        {
            yield return place.Current;
        }
    }

    private static async IAsyncEnumerable<IDictionary<string, object?>> Lines(IReadOnlyList<string> headings, IAsyncEnumerable<object?[]> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.WithCancellation(cancel))
        {
            var line = new Dictionary<string, object?>(headings.Count);
            for (var at = 0; at < headings.Count; at++)
            {
                line[headings[at]] = row[at] is DateOnly on ? on.ToDateTime(TimeOnly.MinValue) : row[at];
            }

            yield return line;
        }
    }
}
