using System.Globalization;
using System.Text;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Exports;
using ApprovalEngine.Approval.Interchange;
using MiniExcelLibs;
using MiniExcelLibs.Csv;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>Reads a sheet (.xlsx, or .csv in UTF-8 or GB 18030, as Chinese Excel writes it): the first line names the columns.</summary>
internal static class SheetFile
{
    /// <summary>Lines at most: more are split into several files.</summary>
    public const int MostLines = 2_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines that are not empty.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">Column by each of the heads that it may have.</param>
    /// <exception cref="RuleBrokenException">It is no sheet, too long or too large unpacked, or has none of the columns.</exception>
    public static IReadOnlyList<SheetRow> Read(UploadedFile file, IReadOnlyDictionary<string, string> columns)
    {
        var rows = new List<SheetRow>();
        try
        {
            using var stream = new MemoryStream(file.Content.ToArray());
            var isCsv = file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
            if (!isCsv)
            {
                // A few kilobytes may unpack to gigabytes, and the library unpacks what it is given.
                UnpackBudget.Require(file);
            }

            var read = isCsv
                ? stream.Query(useHeaderRow: true, excelType: ExcelType.CSV, configuration: new CsvConfiguration { StreamReaderFunc = text => new StreamReader(text, EncodingOf(file.Content.Span)) })
                : stream.Query(useHeaderRow: true, excelType: ExcelType.XLSX);
            foreach (var (line, index) in read.Cast<IDictionary<string, object?>>().Select((line, index) => (line, index)).Take(MostLines + 1))
            {
                rows.Add(new SheetRow(index + 2, Cells(line, columns, isCsv)));
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException or ArgumentException or KeyNotFoundException or InvalidOperationException or System.Xml.XmlException or DecoderFallbackException)
        {
            throw new RuleBrokenException("SheetUnreadable", $"'{file.Name}' is no sheet that can be read: {fault.Message}", file.Name);
        }

        rows.RemoveAll(row => row.Cells.Values.All(text => text.Length == 0));
        return rows.Count switch
        {
            0 => throw new RuleBrokenException("SheetEmpty", $"'{file.Name}' has no line below heads that are known: {string.Join(", ", columns.Values.Distinct())}.", file.Name),
            > MostLines => throw new RuleBrokenException("SheetTooLong", $"'{file.Name}' has more than {MostLines} lines.", file.Name),
            _ => rows,
        };
    }

    private static Dictionary<string, string> Cells(IDictionary<string, object?> line, IReadOnlyDictionary<string, string> columns, bool isCsv)
    {
        var cells = new Dictionary<string, string>();
        foreach (var (head, value) in line)
        {
            if (columns.TryGetValue(head.Trim().Trim('\uFEFF').ToUpperInvariant(), out var column))
            {
                var text = Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? "";
                cells[column] = isCsv ? CsvSheet.Given(text) : text;
            }
        }

        return cells;
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> content)
    {
        try
        {
            _ = Strict.GetCharCount(content);
            return Strict;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030");
        }
    }
}
