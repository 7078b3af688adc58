using System.Runtime.CompilerServices;
using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>What lies between two transaction numbers, in the order in which seals take it. Both use the block-range index.</summary>
internal static class SealedRows
{
    private const string Trail = """
        select case_id, seq, hash from audit where centre_id = $1 and transaction_no >= $2 and transaction_no < $3 order by case_id, seq
        """;

    private const string Events = """
        select event_id, at, actor, act, subject, payload::text, transaction_no from admin_event
        where centre_id = $1 and transaction_no >= $2 and transaction_no < $3 order by event_id
        """;

    /// <summary>Rows of trails: case, row, hash.</summary>
    public static async Task EachAsync(NpgsqlConnection connection, int centreId, long fromNo, long toNo, Action<Guid, int, byte[]> take, CancellationToken cancel)
    {
        await using var command = Between(connection, Trail, centreId, fromNo, toNo);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            take(row.GetGuid(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2));
        }
    }

    /// <summary>Administrative events, each with its hash.</summary>
    public static async IAsyncEnumerable<(AdminTrace Event, byte[] Hash)> EventsAsync(
        NpgsqlConnection connection, int centreId, long fromNo, long toNo, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = Between(connection, Events, centreId, fromNo, toNo);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var trace = new AdminTrace(
                row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt64(6));
            yield return (trace, EventHash.Of(centreId, trace.EventId, trace.At, trace.Actor, trace.Act, trace.Subject, trace.Payload));
        }
    }

    private static NpgsqlCommand Between(NpgsqlConnection connection, string sql, int centreId, long fromNo, long toNo) =>
        new(sql, connection) { CommandTimeout = 0, Parameters = { Sql.Of(centreId), Sql.Of(fromNo), Sql.Of(toNo) } };
}

/// <summary>An administrative event as it is sealed.</summary>
internal sealed record AdminTrace(long EventId, DateTimeOffset At, string Actor, string Act, string Subject, string Payload, long TransactionNo);
