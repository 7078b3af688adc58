using System.Data;
using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Seals what was committed in a centre since its last seal. Two hosts may be at it: the seal's key lets one of them win, and
/// the other finds nothing left to do.
/// </summary>
public sealed class Sealing(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>After a large import several seals follow each other; only a single transaction is never divided.</summary>
    private const int RowsASeal = 200_000;

    private const string Ended = "select ended_transaction_no()";

    private const string Boundary = """
        select transaction_no from audit where centre_id = $1 and transaction_no >= $2 and transaction_no < $3 order by transaction_no offset $4 limit 1
        """;

    private const string Insert = """
        insert into audit_seal (centre_id, seal_no, at, from_no, to_no, row_count, root, event_count, events_root, previous, hash, contents)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    /// <summary>Seals all there is.</summary>
    /// <returns>The seals made; none when nothing was new.</returns>
    public async Task<IReadOnlyList<Seal>> SealAsync(int centreId, CancellationToken cancel)
    {
        var made = new List<Seal>();
        while (await NextAsync(centreId, cancel) is (var seal, var isMore))
        {
            made.AddRange(seal is null ? [] : [seal]);
            if (!isMore)
            {
                break;
            }
        }

        return made;
    }

    /// <summary>One seal, over what one snapshot sees as ended; null when another host was faster.</summary>
    private async Task<(Seal? Made, bool IsMore)?> NextAsync(int centreId, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var last = await SealStore.LastAsync(connection, centreId, cancel);
        var (fromNo, toNo) = (last?.ToNo ?? 0, (long)(await ScalarAsync(connection, Ended, [], cancel))!);
        var boundary = await ScalarAsync(connection, Boundary, [Sql.Of(centreId), Sql.Of(fromNo), Sql.Of(toNo), Sql.Of(RowsASeal)], cancel) as long?;
        toNo = boundary + 1 ?? toNo;
        var (seal, contents) = await ComputeAsync(connection, last, centreId, toNo, cancel);
        if (seal.Rows + seal.Events == 0)
        {
            return (null, false);
        }

        try
        {
            await ScalarAsync(connection, Insert, Values(seal, contents), cancel);
            await transaction.CommitAsync(cancel);
            return (seal, boundary is not null);
        }
        catch (PostgresException faster) when (faster.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return null;
        }
    }

    private async Task<(Seal Seal, byte[]? Contents)> ComputeAsync(NpgsqlConnection connection, Seal? last, int centreId, long toNo, CancellationToken cancel)
    {
        var (rows, events) = (new MerkleRoot(), new MerkleRoot());
        using var contents = new MemoryStream();
        void Add(Guid caseId, int seq, byte[] hash)
        {
            rows.Add(hash);
            if (rows.Count <= SealContents.MostRows)
            {
                SealContents.Write(contents, caseId, seq, hash);
            }
        }

        var fromNo = last?.ToNo ?? 0;
        await SealedRows.EachAsync(connection, centreId, fromNo, toNo, Add, cancel);
        await foreach (var (_, hash) in SealedRows.EventsAsync(connection, centreId, fromNo, toNo, cancel))
        {
            events.Add(hash);
        }

        var seal = Seal.After(last, centreId, time.GetUtcNow(), toNo, rows, events);
        return (seal, rows.Count <= SealContents.MostRows ? contents.ToArray() : null);
    }

    private static NpgsqlParameter[] Values(Seal seal, byte[]? contents) =>
    [
        Sql.Of(seal.CentreId), Sql.Of(seal.No), Sql.Of(seal.At), Sql.Of(seal.FromNo), Sql.Of(seal.ToNo), Sql.Of(seal.Rows), Sql.Of(seal.Root),
        Sql.Of(seal.Events), Sql.Of(seal.EventsRoot), Sql.Of(seal.Previous), Sql.Of(seal.Hash), Sql.Of(contents),
    ];

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        return await command.ExecuteScalarAsync(cancel);
    }
}
