using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Benchmarks.Baseline;

/// <summary>
/// Bare SQL: a step read in one round trip and written in one batch of seven statements (way <c>rw-batch</c> of the baseline kit).
/// Nothing of the product is in it.
/// </summary>
internal sealed class BaselineSteps(NpgsqlDataSource source, int cases, string template) : IStepWork
{
    private const string Read = "select version, head_hash, state::text from bench.cases where center_id = 1 and case_id = $1";

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

    public string Name => "bare SQL";

    public static async Task<BaselineSteps> PrepareAsync(NpgsqlDataSource source, int cases)
    {
        await using var stream = typeof(BaselineSteps).Assembly.GetManifestResourceStream("baseline.sql")!;
        using var reader = new StreamReader(stream);
        var sql = (await reader.ReadToEndAsync()).Replace(":cases", cases.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        foreach (var statement in sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = source.CreateCommand(statement);
            command.CommandTimeout = 600;
            await command.ExecuteNonQueryAsync();
        }

        await using var first = source.CreateCommand("select state::text from bench.cases where center_id = 1 and case_id = 1");
        var state = JsonNode.Parse((string)(await first.ExecuteScalarAsync())!)!;
        state["v"] = "aaaaaaaa";
        state["bookmarks"]![1]!["id"] = "zzzzzzzz";
        return new BaselineSteps(source, cases, state.ToJsonString());
    }

    public async Task RunAsync(int worker, int workers, Func<bool> goOn, Action stepDone)
    {
        var random = new Random(worker + 7);
        await using var connection = await source.OpenConnectionAsync();
        await using var read = new NpgsqlCommand(Read, connection) { Parameters = { Value(0L, NpgsqlDbType.Bigint) } };
        await read.PrepareAsync();
        while (goOn())
        {
            // Each worker has cases of its own: two on one case would collide on the audit key.
            long id = 1 + (random.Next(cases / workers) * workers) + worker;
            var step = await ReadAsync(read, id);
            await using var batch = Batch(connection, id, step);
            await batch.PrepareAsync();
            await batch.ExecuteNonQueryAsync();
            stepDone();
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

    private NpgsqlBatch Batch(NpgsqlConnection connection, long id, (int Version, byte[] Head) step)
    {
        var payload = $$"""{"e":"TaskCompleted","activity":"Review1","outcome":"Approved","opinion":"The papers are complete and correct; granted as applied for.","from":"activity-{{step.Version}}","to":"activity-2"}""";
        var hash = Chain(step.Head, id, step.Version + 1, payload);
        // The first and the last bytes of the state change, as in real steps: the write-ahead log keeps only what differs between.
        var mark = step.Version.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
        var state = template.Replace("aaaaaaaa", mark, StringComparison.Ordinal).Replace("zzzzzzzz", mark, StringComparison.Ordinal);
        var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < Statements.Length; i++)
        {
            var command = new NpgsqlBatchCommand(Statements[i]);
            command.Parameters.Add(Value(id, NpgsqlDbType.Bigint));
            if (i < 6)
            {
                command.Parameters.Add(Value(step.Version, NpgsqlDbType.Integer));
            }

            switch (i)
            {
                case 0:
                    command.Parameters.Add(Value(Guid.CreateVersion7(), NpgsqlDbType.Uuid));
                    command.Parameters.Add(Value(payload, NpgsqlDbType.Json));
                    command.Parameters.Add(Value(step.Head, NpgsqlDbType.Bytea));
                    command.Parameters.Add(Value(hash, NpgsqlDbType.Bytea));
                    break;
                case 1:
                    command.Parameters.Add(Value(state, NpgsqlDbType.Jsonb));
                    command.Parameters.Add(Value(hash, NpgsqlDbType.Bytea));
                    break;
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static byte[] Chain(byte[] previous, long id, int seq, string payload)
    {
        Span<byte> buffer = stackalloc byte[1024];
        previous.CopyTo(buffer);
        var length = previous.Length;
        BinaryPrimitives.WriteInt64BigEndian(buffer[length..], id);
        BinaryPrimitives.WriteInt32BigEndian(buffer[(length + 8)..], seq);
        length += 12;
        length += Encoding.UTF8.GetBytes(payload, buffer[length..]);
        return SHA256.HashData(buffer[..length]);
    }

    private static NpgsqlParameter<T> Value<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };
}
