using System.Diagnostics;
using Npgsql;

namespace ApprovalEngine.Benchmarks.Measuring;

/// <summary>Measures a run: throughput, CPU of server and client, write-ahead log.</summary>
internal sealed class Stopwatches(NpgsqlDataSource database, ServerCpu server)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1); // plans, caches, just-in-time compilation

    /// <summary>Runs it for a while.</summary>
    public async Task<Sample> MeasureAsync(IWork work, int workers, TimeSpan span)
    {
        long done = 0;
        var isCounting = false;
        var goesOn = true;
        var tasks = Enumerable.Range(0, workers).Select(worker => Task.Run(() => work.RunAsync(
            worker, workers, () => Volatile.Read(ref goesOn), () => _ = Volatile.Read(ref isCounting) ? Interlocked.Increment(ref done) : 0))).ToArray();
        var all = Task.WhenAll(tasks);
        await Task.WhenAny(all, Task.Delay(WarmUp));
        var before = await ReadAsync();
        Volatile.Write(ref isCounting, true);
        await Task.WhenAny(all, Task.Delay(span));
        Volatile.Write(ref isCounting, false);
        double count = Interlocked.Read(ref done);
        var after = await ReadAsync();
        Volatile.Write(ref goesOn, false);
        await all;
        return new Sample(
            count / Stopwatch.GetElapsedTime(before.At, after.At).TotalSeconds, (after.Server - before.Server) / count, (after.Client - before.Client) / count, (after.Wal - before.Wal) / count);
    }

    private async Task<(long At, double Server, double Client, double Wal)> ReadAsync()
    {
        await using var command = database.CreateCommand("select pg_current_wal_lsn() - '0/0'::pg_lsn");
        var wal = (double)(decimal)(await command.ExecuteScalarAsync())!;
        return (Stopwatch.GetTimestamp(), server.Microseconds(), Process.GetCurrentProcess().TotalProcessorTime.TotalMicroseconds, wal);
    }
}
