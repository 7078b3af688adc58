using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// The connections of the hot path. Prepared statements outlive their borrowing (no reset on close), and nobody waits longer for a lock
/// than an answer may take.
/// </summary>
public sealed class CaseDatabase(ApprovalDatabase database) : IAsyncDisposable
{
    /// <summary>Two requests under one idempotency key: the second waits so long for the first (design.md).</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Acts that share a transaction must not wait for the one among them that has to.</summary>
    private static readonly TimeSpan SharedWait = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The writer finds every row by its key, whatever the size of table and group: one plan for all, and none that was made while a table
    /// was empty and reads all of it ever after.
    /// </summary>
    private const string ByKeyOnly = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    /// <summary>
    /// Commits without waiting for the disk. A number that a crash takes back was given to no case that stands: the case is committed later,
    /// and the log is written in order.
    /// </summary>
    private const string NoWaiting = "-c synchronous_commit=off";

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Tuned(database.ConnectionString, LongestWait, "", "approval-cases"));
    private readonly NpgsqlDataSource shared = NpgsqlDataSource.Create(Tuned(database.ConnectionString, SharedWait, ByKeyOnly, "approval-writer"));
    private readonly NpgsqlDataSource numbers = NpgsqlDataSource.Create(Tuned(database.ConnectionString, LongestWait, NoWaiting, "approval-numbers"));

    /// <summary>Borrows a connection.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancel) => source.OpenConnectionAsync(cancel);

    /// <summary>Reads rows with a statement of its own.</summary>
    internal async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancel, params NpgsqlParameter[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return await command.ListAsync(row, cancel);
    }

    /// <summary>
    /// Reads rows with a statement that is asked all day in the same words: prepared once a connection, for planning it takes longer than answering it, and with one
    /// plan along the indexes whatever the values (<see cref="ByKeyOnly"/>). Not for what an index answers only once the value is known, as the beginning of a text.
    /// </summary>
    internal async Task<List<T>> ListPreparedAsync<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancel, params NpgsqlParameter[] parameters)
    {
        await using var connection = await shared.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.PrepareAsync(cancel);
        return await command.ListAsync(row, cancel);
    }

    /// <summary>Runs a statement of its own.</summary>
    internal async Task ExecuteAsync(string sql, CancellationToken cancel, params NpgsqlParameter[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Borrows a connection whose statements give up soon when somebody else holds what they need.</summary>
    internal ValueTask<NpgsqlConnection> OpenSharedAsync() => shared.OpenConnectionAsync();

    /// <summary>Borrows a connection for <see cref="CaseNumbers"/> alone.</summary>
    internal ValueTask<NpgsqlConnection> OpenForNumbersAsync() => numbers.OpenConnectionAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await numbers.DisposeAsync();
        await shared.DisposeAsync();
        await source.DisposeAsync();
    }

    private static string Tuned(string connectionString, TimeSpan wait, string more, string name)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true, MaxAutoPrepare = 0, ApplicationName = name };
        var option = FormattableString.Invariant($"-c lock_timeout={wait.TotalMilliseconds} {more}");
        builder.Options = string.IsNullOrEmpty(builder.Options) ? option : $"{builder.Options} {option}";
        return builder.ConnectionString;
    }
}
