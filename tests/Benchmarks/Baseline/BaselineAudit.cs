using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Benchmarks.Baseline;

/// <summary>The kit's audit verification: the whole trail streamed to the client by COPY, each row hashed and compared with its chain.</summary>
internal static class BaselineAudit
{
    /// <summary>Rows a second over one connection.</summary>
    public static async Task<double> RateAsync(NpgsqlDataSource source)
    {
        var clock = Stopwatch.StartNew();
        var (rows, wrong) = await VerifyAsync(source);
        return wrong == 0 ? rows / clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"{wrong} rows of the baseline's own trail do not verify.");
    }

    private static async Task<(long Rows, long Wrong)> VerifyAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var reader = await connection.BeginBinaryExportAsync(
            "copy (select case_id, seq, payload, prev_hash, hash from bench.audit where center_id = 1 order by center_id, case_id, seq) to stdout (format binary)");
        long rows = 0, wrong = 0, last = -1;
        byte[] previous = [];
        while (await reader.StartRowAsync() > 0)
        {
            var id = await reader.ReadAsync<long>(NpgsqlDbType.Bigint);
            var seq = await reader.ReadAsync<int>(NpgsqlDbType.Integer);
            var payload = await reader.ReadAsync<string>(NpgsqlDbType.Json);
            var before = await reader.ReadAsync<byte[]>(NpgsqlDbType.Bytea);
            var hash = await reader.ReadAsync<byte[]>(NpgsqlDbType.Bytea);
            previous = id == last ? previous : new byte[32];
            wrong += before.AsSpan().SequenceEqual(previous) && BaselineChain.Hash(previous, id, seq, payload).AsSpan().SequenceEqual(hash) ? 0 : 1;
            (last, previous) = (id, hash);
            rows++;
        }

        return (rows, wrong);
    }
}
