using System.Globalization;
using System.Text;

namespace ApprovalEngine.Approval.Exports;

/// <summary>
/// Rows as CSV that opens rightly with a double click. Text that a spreadsheet would take for a formula gets an apostrophe before it, headings
/// too; numbers stay numbers, negative ones too (field-lessons.md, "Data in and out").
/// </summary>
internal static class CsvSheet
{
    private const string Dangerous = "=+-@\t\r";

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes headings and rows; the stream stays open.</summary>
    public static async Task WriteAsync(Stream file, IReadOnlyList<string> headings, IAsyncEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using var text = new StreamWriter(file, WithMark, leaveOpen: true);
        await text.WriteAsync(Line(headings).AsMemory(), cancel);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await text.WriteAsync(Line(row).AsMemory(), cancel);
        }
    }

    /// <summary>Text as it was before an export made it harmless.</summary>
    public static string Given(string cell) => cell.Length > 1 && cell[0] == '\'' && Dangerous.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;

    private static string Line(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value) => value switch
    {
        null => "",
        string words => Quoted(words.Length > 0 && Dangerous.Contains(words[0], StringComparison.Ordinal) ? "'" + words : words),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(value.ToString() ?? ""),
    };

    private static string Quoted(string words) => words.AsSpan().IndexOfAny(",\"\r\n") < 0 ? words : $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
