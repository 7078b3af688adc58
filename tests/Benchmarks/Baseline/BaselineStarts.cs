using ApprovalEngine.Benchmarks.Measuring;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Benchmarks.Baseline;

/// <summary>A case begins, in bare SQL: one round trip for its number, one batch with the case, its first task, its timer, its trail row and a message.</summary>
internal sealed class BaselineStarts(NpgsqlDataSource source) : IWork
{
    private const string Number = """
        insert into bench.counter as c values (1, $1, 1) on conflict (center_id, item_id) do update set last = c.last + 1 returning last
        """;

    private static readonly string[] Statements =
    [
        "insert into bench.audit values (1, $1, 1, now(), 7, 1, $2, $3, $4, $5)",
        """
        insert into bench.cases values (1, $1, $2, 10, 1 + ($1 % 200), 1 + ($1 % 40), 1, 1, 1, null, 1, $1, 'flow-1', 1, now(), 5, now() + interval '7 days',
            null, null, null, now(), $4, $3)
        """,
        "insert into bench.task values (1, $1 * 1000 + 1, $1, 'Review1', 1 + ($1 % 200), null, 0, now() + interval '5 days', now(), null, null)",
        "insert into bench.timer values (1, $1 * 1000 + 1, $1, 1, now() + interval '5 days')",
        """insert into bench.outbox (center_id, case_id, kind, next_try_at, payload) values (1, $1, 1, now(), '{"e": "TaskOpened", "to": "unit", "template": "task-opened"}')""",
    ];

    private static readonly byte[] Origin = new byte[32];
    private static long last = 1_000_000_000;
    private readonly string state = BaselineDatabase.State(1);

    /// <summary>Creates the counter that case numbers come from.</summary>
    public static async Task PrepareAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("create table bench.counter (center_id int, item_id int, last int not null, primary key (center_id, item_id))");
        await command.ExecuteNonQueryAsync();
    }

    public async Task RunAsync(int worker, int workers, Func<bool> goOn, Action done)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var number = new NpgsqlCommand(Number, connection) { Parameters = { Value(worker, NpgsqlDbType.Integer) } };
        await number.PrepareAsync();
        while (goOn())
        {
            var running = (int)(await number.ExecuteScalarAsync())!;
            await using var batch = Batch(connection, Interlocked.Increment(ref last), $"510100-{worker}-{running}");
            await batch.PrepareAsync();
            await batch.ExecuteNonQueryAsync();
            done();
        }
    }

    private NpgsqlBatch Batch(NpgsqlConnection connection, long id, string caseNo)
    {
        var payload = BaselineChain.Payload(1);
        var hash = BaselineChain.Hash(Origin, id, 1, payload);
        var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < Statements.Length; i++)
        {
            var command = new NpgsqlBatchCommand(Statements[i]) { Parameters = { Value(id, NpgsqlDbType.Bigint) } };
            NpgsqlParameter[] more = i switch
            {
                0 => [Value(Guid.CreateVersion7(), NpgsqlDbType.Uuid), Value(payload, NpgsqlDbType.Json), Value(Origin, NpgsqlDbType.Bytea), Value(hash, NpgsqlDbType.Bytea)],
                1 => [Value(caseNo, NpgsqlDbType.Text), Value(state, NpgsqlDbType.Jsonb), Value(hash, NpgsqlDbType.Bytea)],
                _ => [],
            };
            Array.ForEach(more, parameter => command.Parameters.Add(parameter));
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static NpgsqlParameter<T> Value<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };
}
