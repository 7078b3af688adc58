using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>One transaction over a centre's rollups; the lock on the watermark's row keeps a second one waiting.</summary>
internal sealed class RollupWork : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly int centreId;

    private RollupWork(NpgsqlConnection connection, NpgsqlTransaction transaction, int centreId)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.centreId = centreId;
    }

    /// <summary>Facts of earlier transactions are in the rollups.</summary>
    public ulong Since { get; private set; }

    /// <summary>Every transaction before this one has ended: its facts can be seen, or never will be.</summary>
    public ulong Upto { get; private set; }

    /// <summary>Whether the rollups cannot be gone on with: built by other rules, or on another server (a restored dump), whose transaction ids mean nothing here.</summary>
    public bool MustBeginAnew { get; private set; }

    public static async Task<RollupWork> Begin(NpgsqlDataSource database, int centreId, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            var work = new RollupWork(connection, await connection.BeginTransactionAsync(cancel), centreId);
            await work.Mark(cancel);
            return work;
        }
        catch
        {
            // Nobody else will: the transaction ends with its connection, and with it the lock on the mark.
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a statement over the facts between the two marks, unless told otherwise.</summary>
    public async Task Run(string sql, CancellationToken cancel, ulong? since = null, ulong? upto = null)
    {
        await using var command = Command(sql, since ?? Since, upto ?? Upto);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Moves the mark and commits.</summary>
    public async Task Commit(CancellationToken cancel)
    {
        await Run($"update rollup_watermark set xid = @upto, rule_version = {Measures.KeptVersion} where centre_id = @centre", cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Commits without moving the mark.</summary>
    public Task KeepMark(CancellationToken cancel) => transaction.CommitAsync(cancel);

    public NpgsqlCommand Command(string sql, ulong since, ulong upto) => new(sql, connection, transaction)
    {
        // A rebuild over years of facts may take minutes.
        CommandTimeout = 0,
        Parameters =
        {
            new("centre", centreId),
            new("since", NpgsqlDbType.Xid8) { Value = since },
            new("upto", NpgsqlDbType.Xid8) { Value = upto },
        },
    };

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    /// <summary>Takes the lock and finds what there is to do.</summary>
    private async Task Mark(CancellationToken cancel)
    {
        await Run($"insert into rollup_watermark (centre_id, xid, rule_version) values (@centre, '0', {Measures.KeptVersion}) on conflict do nothing", cancel);
        await using (var mark = Command("select xid, rule_version, xid > pg_snapshot_xmin(pg_current_snapshot()) from rollup_watermark where centre_id = @centre for update", 0, 0))
        await using (var reader = await mark.ExecuteReaderAsync(cancel))
        {
            await reader.ReadAsync(cancel);
            MustBeginAnew = reader.GetInt32(1) != Measures.KeptVersion || reader.GetBoolean(2);
            Since = MustBeginAnew ? 0 : reader.GetFieldValue<ulong>(0);
        }

        // Only after the lock: a snapshot taken before it could end below what the other run has moved the mark to.
        await using var lowest = Command("select pg_snapshot_xmin(pg_current_snapshot())", 0, 0);
        Upto = Math.Max(Since, (ulong)(await lowest.ExecuteScalarAsync(cancel))!);
    }
}
