using System.Collections.Concurrent;
using System.Data;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Any number of connections that see the database at one and the same moment: cases that move on meanwhile are seen as they stood,
/// never in between.
/// </summary>
internal sealed class TrailSnapshot : IAsyncDisposable
{
    private readonly NpgsqlDataSource database;
    private readonly NpgsqlConnection exporter;
    private readonly string name;
    private readonly ConcurrentBag<NpgsqlConnection> idle = [];
    private readonly ConcurrentBag<NpgsqlConnection> all = [];

    private TrailSnapshot(NpgsqlDataSource database, NpgsqlConnection exporter, string name) =>
        (this.database, this.exporter, this.name) = (database, exporter, name);

    /// <summary>Takes the snapshot.</summary>
    public static async Task<TrailSnapshot> TakeAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var exporter = await database.OpenConnectionAsync(cancel);
        await exporter.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await using var export = new NpgsqlCommand("select pg_export_snapshot()", exporter);
        return new TrailSnapshot(database, exporter, (string)(await export.ExecuteScalarAsync(cancel))!);
    }

    /// <summary>Borrows a connection; give it back when nothing is being read from it.</summary>
    public async Task<NpgsqlConnection> BorrowAsync(CancellationToken cancel)
    {
        if (idle.TryTake(out var waiting))
        {
            return waiting;
        }

        var connection = await database.OpenConnectionAsync(cancel);
        all.Add(connection);
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await using var import = new NpgsqlCommand($"set transaction snapshot '{name}'; set local jit = off", connection);
        await import.ExecuteNonQueryAsync(cancel);
        return connection;
    }

    /// <summary>Gives a connection back.</summary>
    public void GiveBack(NpgsqlConnection connection) => idle.Add(connection);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A connection that goes back to its pool within a transaction is rolled back there.
        foreach (var connection in all)
        {
            await connection.DisposeAsync();
        }

        await exporter.DisposeAsync();
    }
}
