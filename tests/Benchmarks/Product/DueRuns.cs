using System.Diagnostics;
using ApprovalEngine.Approval.Timers;
using Npgsql;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>How long the timer sweep and the alert run take when a hundred cases are due, with few and with many open.</summary>
internal sealed class DueRuns(ProductCentre centre, NpgsqlDataSource source, CaseTemplate due)
{
    private const int Due = 100;
    private const int Rounds = 15;

    // Rows of cases that are open and not due: all that a sweep could stumble over.
    private const string Open = """
        insert into timer (centre_id, case_id, kind, key, due_at)
        select 1, gen_random_uuid(), k.kind, k.key, now() + interval '30 days' + n * interval '1 second'
        from generate_series(1, $1) n, (values (0::smallint, '1/StepLimit'), (1::smallint, 'alert')) k(kind, key)
        """;

    /// <summary>Median in milliseconds of a run over a hundred due cases.</summary>
    public async Task<double> MedianAsync(DueKind kind)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await CaseCopies.WriteAsync(source, due, Due, [due.ApplicantId]);
            var from = Stopwatch.GetTimestamp();
            var report = await centre.Get<DueSweep>().RunAsync(kind, "benchmark", CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            if (report.Moved < Due || report.Failed > 0)
            {
                throw new InvalidOperationException($"Of {Due} due cases {report.Moved} were moved on, {report.Failed} failed.");
            }
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    /// <summary>Leaves so many open cases' timers and alert watches, none of them due.</summary>
    public async Task SetOpenAsync(int cases)
    {
        await RunAsync("delete from timer");
        await using var fill = source.CreateCommand(Open);
        fill.CommandTimeout = 0;
        fill.Parameters.Add(new NpgsqlParameter<int> { TypedValue = cases });
        await fill.ExecuteNonQueryAsync();
        await RunAsync("vacuum analyze timer");
    }

    private async Task RunAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
