using System.Globalization;
using System.Text;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>
/// Rows as CSV that opens rightly with a double click. Text that a spreadsheet would take for a formula gets an apostrophe before it;
/// numbers stay numbers, negative ones too (field-lessons.md, "Data in and out").
/// </summary>
public sealed class CsvText
{
    private const string Dangerous = "=+-@\t\r";

    private readonly StringBuilder text = new("\uFEFF");

    /// <summary>Adds a row of texts (also null), whole and decimal numbers and dates.</summary>
    public void Row(params ReadOnlySpan<object?> cells)
    {
        for (var at = 0; at < cells.Length; at++)
        {
            text.Append(at == 0 ? "" : ",").Append(Cell(cells[at]));
        }

        text.Append("\r\n");
    }

    /// <summary>All rows, with the mark by which spreadsheets know UTF-8.</summary>
    public override string ToString() => text.ToString();

    private static string Cell(object? value) => value switch
    {
        null => "",
        string words => Quoted(words.Length > 0 && Dangerous.Contains(words[0], StringComparison.Ordinal) ? "'" + words : words),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(value.ToString() ?? ""),
    };

    private static string Quoted(string words) => words.AsSpan().IndexOfAny(",\"\r\n") < 0 ? words : $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
