using System.Text.Json;
using Npgsql;

namespace Approval.Tests.Audit;

/// <summary>The trail's insert is the product's hottest: what the seals need of it is counted, not timed.</summary>
public sealed class What_seals_cost_a_step(PostgresServer server) : DatabaseTest(server)
{
    private const int Rows = 20_000;

    [Fact]
    public async Task is_the_number_itself_and_no_index_entry()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Do(connection, """
            create table bare (centre_id int, case_id uuid, seq int, at timestamptz, actor text, act text, payload text, prev_hash bytea, hash bytea,
                primary key (centre_id, case_id, seq));
            create table sealed (like audit including defaults including indexes);
            """);

        var bare = await Insert(connection, "bare");
        var withNumber = await Insert(connection, "sealed");

        ((withNumber.Bytes - bare.Bytes) / (double)Rows).Should().BeLessThan(12, "eight bytes, and rounding to eight");
        (withNumber.Records - bare.Records).Should().BeLessThan(Rows / 20, "the block-range index is not written by an insert");
    }

    private static async Task<(long Bytes, long Records)> Insert(NpgsqlConnection connection, string table)
    {
        await Do(connection, "checkpoint");
        await using var command = new NpgsqlCommand($$"""
            explain (analyze, wal, format json) insert into {{table}} (centre_id, case_id, seq, at, actor, act, payload, prev_hash, hash)
            select 1, ('019a0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, now(), 'wang.wei', 'TaskCompleted', repeat('x', 200), sha256(''), sha256('')
            from generate_series(1, {{Rows}}) n
            """, connection);
        var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).RootElement[0].GetProperty("Plan");
        return (plan.GetProperty("WAL Bytes").GetInt64(), plan.GetProperty("WAL Records").GetInt64());
    }

    private static async Task Do(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
