using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace ApprovalEngine.Benchmarks.Baseline;

/// <summary>The baseline kit's tables, filled by COPY as the kit fills them: open cases with a task, a timer and a trail row each, and a year's closed ones.</summary>
internal static class BaselineDatabase
{
    /// <summary>Rows of a closed case's trail.</summary>
    private const int TrailOfClosed = 5;

    private static readonly int[] Limits = [3, 5, 7, 10, 15, 20];
    private static readonly DateTime Year = new(2015, 1, 5, 1, 0, 0, DateTimeKind.Utc);

    /// <summary>Creates and fills the tables.</summary>
    public static async Task PrepareAsync(NpgsqlDataSource source, int open, int closed)
    {
        await RunAsync(source, await SchemaAsync());
        var all = Enumerable.Range(1, open + closed);
        await Task.WhenAll(
            CopyAsync(source, "bench.cases", all.Select(id => id <= open ? OpenCase(id) : ClosedCase(id))),
            CopyAsync(source, "bench.audit", all.SelectMany(id => Trail(id, id <= open ? 1 : TrailOfClosed))),
            CopyAsync(source, "bench.task", Enumerable.Range(1, open).Select(OpenTask)),
            CopyAsync(source, "bench.timer", Enumerable.Range(1, open).Select(id => Line(1, TaskId(id), id, 1, Due(id)))));
        await RunAsync(source, "vacuum analyze bench.cases, bench.task, bench.timer, bench.audit");
    }

    /// <summary>The state of an open case: as large as a usual flow state, with marks near both ends.</summary>
    public static string State(int id)
    {
        var tokens = Enumerable.Range(1, 3).Select(n => $$"""{"a": "activity-{{n}}", "n": "Flowchart1:{{n}}", "s": "waiting"}""");
        var variables = Enumerable.Range(1, 12).Select(n => $"\"variable{n}\": \"{Text(id + n)}\"");
        return $$"""{"v": "aaaaaaaa", "tokens": [{{string.Join(", ", tokens)}}], "bookmarks": [{"id": "{{Text(id)}}", "a": "activity-1", "kind": "Approval.ReviewTask"}, """
            + """{"id": "00000000-0000-0000-0000-zzzzzzzz", "a": "activity-2", "kind": "Approval.ReviewTask"}], """
            + $$$"""
               "vars": {{{{string.Join(", ", variables)}}}}, "clock": {"promised": 5, "legal": 20, "accepted": "2015-03-02T02:00:00Z", "due": "2015-03-09T09:30:00Z", "suspensions": []}}
               """;
    }

    private static string OpenCase(int id) => Line(
        1, id, $"510100-{id}", 1 + (id % 300), 1 + (id % 200), 1 + (id % 40), id % 11, 1, 1, null, 1, id, $"flow-{id % 10}", 1,
        DateTime.UtcNow.AddDays(-3), 5, Due(id), null, null, null, DateTime.UtcNow, BaselineChain.Next(new byte[32], id, 1), State(id));

    private static string ClosedCase(int id)
    {
        var (limit, accepted) = (Limits[id % Limits.Length], Year.AddDays(id % 351));
        var used = id * 7 % 13 % (limit + 1);
        var closed = accepted.AddDays(used);
        return Line(
            1, id, $"510100-{id}", 1 + (id % 300), 1 + (id % 200), 1 + (id % 40), id % 11, 1, 9, 1, TrailOfClosed, id, $"flow-{id % 10}", 1,
            accepted, limit, accepted.AddDays(limit), closed, DateOnly.FromDateTime(closed), used, closed, BaselineChain.Next(new byte[32], id, 1), """{"v": 1, "tokens": [], "done": true}""");
    }

    private static string OpenTask(int id) => Line(
        1, TaskId(id), id, "Review1", 1 + (id % 200), id % 2 == 0 ? 1 + (id / 2 % 2000) : null, id % 2 == 0 ? 1 : 0, Due(id), DateTime.UtcNow.AddDays(-1), null, null);

    private static IEnumerable<string> Trail(int id, int rows)
    {
        var previous = new byte[32];
        for (var seq = 1; seq <= rows; seq++)
        {
            var hash = BaselineChain.Next(previous, id, seq);
            yield return Line(1, id, seq, Year.AddDays(id % 351).AddHours(seq), 1 + (id % 2000), seq, Guid.CreateVersion7(), BaselineChain.Payload(seq), previous, hash);
            previous = hash;
        }
    }

    private static long TaskId(int id) => (id * 1000L) + 1;

    private static DateTime Due(int id) => DateTime.UtcNow.AddMinutes(60 + (id % 28_800));

    private static string Text(int value) => Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(value)).AsSpan(0, 16));

    /// <summary>A row in COPY's text form; no text here holds a tab, a line break or a backslash.</summary>
    private static string Line(params object?[] values) => string.Join('\t', values.Select(value => value switch
    {
        null => @"\N",
        byte[] bytes => @"\\x" + Convert.ToHexStringLower(bytes),
        IFormattable formattable => formattable.ToString(value is DateTime ? "O" : null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    }));

    private static async Task CopyAsync(NpgsqlDataSource source, string table, IEnumerable<string> lines)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var rows = await connection.BeginTextImportAsync($"copy {table} from stdin");
        foreach (var line in lines)
        {
            await rows.WriteAsync(line + '\n');
        }
    }

    private static async Task<string> SchemaAsync()
    {
        await using var stream = typeof(BaselineDatabase).Assembly.GetManifestResourceStream("baseline.sql")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
