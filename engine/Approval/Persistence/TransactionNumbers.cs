using System.Globalization;
using Npgsql;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>
/// Keeps transaction numbers rising. A cluster counts its own transactions; a database restored into another one would begin
/// again below what its rows already bear, and the seals would pass over what is new.
/// </summary>
internal static class TransactionNumbers
{
    // What is committed was written before this statement drew its own number, which is therefore the larger one: unless it comes from elsewhere.
    private const string Behind = """
        with sealed as (select coalesce(max(to_no), 0) as no from audit_seal)
        select greatest(
            (select no from sealed),
            (select max(transaction_no) from audit where transaction_no >= (select no from sealed)),
            (select max(transaction_no) from admin_event where transaction_no >= (select no from sealed))) - transaction_no()
        """;

    private const string Epoch = "select transaction_epoch()";

    // Facts of the other cluster that seem to lie ahead are counted as the oldest; the rollups, whose mark means nothing here, begin anew.
    private const string Settle = """
        with ahead as (update case_fact set xid = '1' where xid >= pg_current_xact_id() returning 1)
        update rollup_watermark set rule_version = 0 where exists (select from ahead) or xid > pg_current_xact_id()
        """;

    /// <summary>
    /// Raises what is added to the cluster's numbers, when they are behind. Before any step is taken, under the lock of the set-up; the
    /// function is stable, not immutable, so that a statement prepared earlier is planned anew.
    /// </summary>
    public static async Task KeepRisingAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using (var settle = new NpgsqlCommand(Settle, connection) { CommandTimeout = 0 })
        {
            await settle.ExecuteNonQueryAsync(cancel);
        }

        var behind = await NumberAsync(connection, Behind, cancel);
        if (behind < 0)
        {
            return;
        }

        var epoch = await NumberAsync(connection, Epoch, cancel) + behind + 1;
        await using var raise = new NpgsqlCommand(
            string.Create(CultureInfo.InvariantCulture, $"create or replace function transaction_epoch() returns bigint language sql stable as $$ select {epoch}::bigint $$"),
            connection);
        await raise.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<long> NumberAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
