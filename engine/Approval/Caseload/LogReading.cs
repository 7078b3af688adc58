using System.Collections.Immutable;
using System.Globalization;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>Makes cases of rows; a row that cannot be taken in is named with its reason, never dropped in silence.</summary>
/// <param name="mapping">What the columns mean.</param>
/// <param name="zone">The centre's, for instants without an offset.</param>
/// <param name="now">The present instant: nothing that was recorded lies beyond it.</param>
internal sealed class LogReading(CaseloadMapping mapping, TimeZoneInfo zone, DateTimeOffset now)
{
    private readonly List<LeftOutRow> leftOut = [];

    /// <summary>What could not be taken in.</summary>
    public IReadOnlyList<LeftOutRow> LeftOut => leftOut;

    /// <summary>The cases, by receipt.</summary>
    /// <exception cref="CaseloadException">A column of the mapping is not in the log.</exception>
    public ImmutableArray<LoggedCase> Cases(LogFile log)
    {
        leftOut.AddRange(log.LeftOut);
        var missing = mapping.Columns.All.Where(column => !log.Columns.Contains(column)).ToList();
        if (missing.Count > 0)
        {
            throw new CaseloadException(1, $"The log lacks the column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing.Select(column => $"'{column}'"))}; it has: {string.Join(", ", log.Columns)}.");
        }

        return [.. log.Rows.Where(HasNumber).GroupBy(row => row[mapping.Columns.Case]!).Select(Case).OfType<LoggedCase>()
            .OrderBy(one => one.ReceivedAt).ThenBy(one => one.Number, StringComparer.Ordinal)];
    }

    private bool HasNumber(LogRow row)
    {
        if (row[mapping.Columns.Case] is not null)
        {
            return true;
        }

        leftOut.Add(new LeftOutRow(row.Line, $"The case's number is missing (column '{mapping.Columns.Case}')."));
        return false;
    }

    private LoggedCase? Case(IGrouping<string, LogRow> rows)
    {
        var events = rows.Select(Event).OfType<LoggedEvent>().OrderBy(one => one.At).ToImmutableArray();
        var first = rows.First();
        try
        {
            var receivedAt = Past(first, mapping.Columns.ReceivedAt) ?? (events.Length > 0 ? events[0].At : null);
            return receivedAt is { } at && (mapping.Columns.ReceivedAt is null || first[mapping.Columns.ReceivedAt] is not null)
                ? new LoggedCase(rows.Key, first.Line, at, Instant(first, mapping.Columns.DueAt), Past(first, mapping.Columns.ClosedAt), first[mapping.Columns.Channel], first[mapping.Columns.Unit], events)
                : throw new FormatException($"Case {rows.Key} has no instant of receipt.");
        }
        catch (FormatException fault)
        {
            leftOut.AddRange(rows.Select(row => new LeftOutRow(row.Line, fault.Message)));
            return null;
        }
    }

    private LoggedEvent? Event(LogRow row)
    {
        try
        {
            var at = Past(row, mapping.Columns.At) ?? throw new FormatException($"The instant is missing (column '{mapping.Columns.At}').");
            var activity = row[mapping.Columns.Activity] ?? throw new FormatException($"The activity is missing (column '{mapping.Columns.Activity}').");
            return new LoggedEvent(row.Line, activity, row[mapping.Columns.Official], at);
        }
        catch (FormatException fault)
        {
            leftOut.Add(new LeftOutRow(row.Line, fault.Message));
            return null;
        }
    }

    /// <summary>An instant of something that has happened.</summary>
    private DateTimeOffset? Past(LogRow row, string? column)
    {
        var at = Instant(row, column);
        return at > now ? throw new FormatException($"'{row[column]}' lies ahead (column '{column}').") : at;
    }

    /// <summary>An instant; without an offset in the centre's zone (contracts.md).</summary>
    private DateTimeOffset? Instant(LogRow row, string? column)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            throw new FormatException($"'{text}' is not an instant (column '{column}').");
        }

        var hasOffset = DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local) && local.Kind != DateTimeKind.Unspecified;
        try
        {
            return hasOffset ? at.ToUniversalTime() : new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local)).ToUniversalTime();
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new FormatException($"'{text}' lies before the first or after the last instant that there is (column '{column}').");
        }
    }
}
