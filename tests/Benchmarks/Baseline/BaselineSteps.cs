using System.Globalization;
using ApprovalEngine.Benchmarks.Measuring;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Benchmarks.Baseline;

/// <summary>The kit's way <c>rw-batch</c>: a case is read in one round trip, its step written in one batch of seven statements. Nothing of the product is in it.</summary>
internal sealed class BaselineSteps(NpgsqlDataSource source, int open) : IWork
{
    private const string Read = "select version, head_hash, state::text from bench.cases where center_id = 1 and case_id = $1";

    private const int Trail = 0;
    private const int Case = 1;
    private const int Outbox = 6;

    private static readonly string[] Statements =
    [
        "insert into bench.audit values (1, $1, $2 + 1, now(), 7, 2, $3, $4, $5, $6)",
        "update bench.cases set version = version + 1, state = $3, head_hash = $4, updated_at = now() where center_id = 1 and case_id = $1 and version = $2",
        "update bench.task set status = 9, closed_at = now(), outcome = 'Approved' where center_id = 1 and task_id = $1 * 1000 + $2 and status < 9",
        "insert into bench.task values (1, $1 * 1000 + $2 + 1, $1, 'Review2', 1 + ($1 % 200), null, 0, now() + interval '5 days', now(), null, null)",
        "delete from bench.timer where center_id = 1 and timer_id = $1 * 1000 + $2",
        "insert into bench.timer values (1, $1 * 1000 + $2 + 1, $1, 1, now() + interval '5 days')",
        """insert into bench.outbox (center_id, case_id, kind, next_try_at, payload) values (1, $1, 1, now(), '{"e": "TaskOpened", "to": "unit", "template": "task-opened"}')""",
    ];

    // The first and the last bytes of the state change, as in real steps: the write-ahead log keeps only what differs between.
    private readonly string state = BaselineDatabase.State(1);

    public async Task RunAsync(int worker, int workers, Func<bool> goOn, Action done)
    {
        var random = new Random(worker + 7);
        await using var connection = await source.OpenConnectionAsync();
        await using var read = new NpgsqlCommand(Read, connection) { Parameters = { Value(0L, NpgsqlDbType.Bigint) } };
        await read.PrepareAsync();
        while (goOn())
        {
            // Each worker has cases of its own: two on one case would collide on the audit key.
            long id = 1 + (random.Next(open / workers) * workers) + worker;
            var (version, head) = await ReadAsync(read, id);
            await using var batch = Batch(connection, id, version, head);
            await batch.PrepareAsync();
            await batch.ExecuteNonQueryAsync();
            done();
        }
    }

    private static async Task<(int Version, byte[] Head)> ReadAsync(NpgsqlCommand read, long id)
    {
        ((NpgsqlParameter<long>)read.Parameters[0]).TypedValue = id;
        await using var row = await read.ExecuteReaderAsync();
        await row.ReadAsync();
        _ = row.GetString(2);
        return (row.GetInt32(0), row.GetFieldValue<byte[]>(1));
    }

    private NpgsqlBatch Batch(NpgsqlConnection connection, long id, int version, byte[] head)
    {
        var payload = BaselineChain.Payload(version);
        var hash = BaselineChain.Hash(head, id, version + 1, payload);
        var mark = version.ToString("x8", CultureInfo.InvariantCulture);
        var next = string.Create(state.Length, (state, mark), static (span, x) =>
        {
            x.state.CopyTo(span);
            x.mark.CopyTo(span[span.IndexOf("aaaaaaaa")..]);
            x.mark.CopyTo(span[span.LastIndexOf("zzzzzzzz")..]);
        });
        var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < Statements.Length; i++)
        {
            var command = new NpgsqlBatchCommand(Statements[i]) { Parameters = { Value(id, NpgsqlDbType.Bigint) } };
            if (i != Outbox)
            {
                command.Parameters.Add(Value(version, NpgsqlDbType.Integer));
            }

            Add(command.Parameters, i switch
            {
                Trail => [Value(Guid.CreateVersion7(), NpgsqlDbType.Uuid), Value(payload, NpgsqlDbType.Json), Value(head, NpgsqlDbType.Bytea), Value(hash, NpgsqlDbType.Bytea)],
                Case => [Value(next, NpgsqlDbType.Jsonb), Value(hash, NpgsqlDbType.Bytea)],
                _ => [],
            });
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static void Add(NpgsqlParameterCollection parameters, ReadOnlySpan<NpgsqlParameter> more)
    {
        foreach (var parameter in more)
        {
            parameters.Add(parameter);
        }
    }

    private static NpgsqlParameter<T> Value<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };
}
