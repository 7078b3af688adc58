using nietras.SeparatedValues;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>Logs as comma-separated values with a heading, an event a row.</summary>
internal static class CsvLog
{
    public static LogFile Read(Stream stream)
    {
        try
        {
            using var reader = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).From(stream);
            return Read(reader);
        }
        catch (ArgumentException fault)
        {
            throw new CaseloadException(1, $"The heading cannot be read: {fault.Message}");
        }
    }

    private static LogFile Read(SepReader reader)
    {
        if (reader.IsEmpty || !reader.HasHeader)
        {
            throw new CaseloadException(1, "The file is empty: a heading with the columns' names is wanted.");
        }

        var header = reader.Header.ColNames;
        var rows = new List<LogRow>();
        var leftOut = new List<LeftOutRow>();
        foreach (var row in reader)
        {
            if (row.ColCount == header.Count)
            {
                var values = new Dictionary<string, string>(header.Count, StringComparer.Ordinal);
                for (var i = 0; i < header.Count; i++)
                {
                    values[header[i]] = row[i].ToString();
                }

                rows.Add(new LogRow(row.LineNumberFrom, values));
            }
            else if (row.Span.Length > 0)
            {
                leftOut.Add(new LeftOutRow(row.LineNumberFrom, $"{row.ColCount} values where the heading names {header.Count} columns."));
            }
        }

        return new LogFile([.. header], [.. rows], [.. leftOut]);
    }
}
