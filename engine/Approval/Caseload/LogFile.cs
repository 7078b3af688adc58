using System.Collections.Immutable;
using System.IO.Compression;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>An event log: CSV or XES, either compressed by gzip.</summary>
internal sealed record LogFile(ImmutableArray<string> Columns, ImmutableArray<LogRow> Rows, ImmutableArray<LeftOutRow> LeftOut)
{
    /// <summary>Reads a log by the ending of its name.</summary>
    /// <exception cref="CaseloadException">It is of another form or broken as a whole.</exception>
    public static LogFile Read(string name, Stream content)
    {
        var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        try
        {
            using var stream = plain == name ? content : new GZipStream(content, CompressionMode.Decompress);
            return Path.GetExtension(plain).ToUpperInvariant() switch
            {
                ".CSV" => CsvLog.Read(stream),
                ".XES" => XesLog.Read(stream),
                var other => throw new CaseloadException(null, $"A log ends in .csv or .xes, each also with .gz; '{other.ToLowerInvariant()}' is neither."),
            };
        }
        catch (InvalidDataException fault)
        {
            throw new CaseloadException(null, $"The file is not gzip: {fault.Message}");
        }
    }
}
