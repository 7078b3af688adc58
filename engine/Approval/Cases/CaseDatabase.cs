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

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Tuned(database.ConnectionString));

    /// <summary>Borrows a connection.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancel) => source.OpenConnectionAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static NpgsqlConnectionStringBuilder Builder(string connectionString) => new(connectionString)
    {
        NoResetOnClose = true,
        MaxAutoPrepare = 0,
        ApplicationName = "approval-cases",
    };

    private static string Tuned(string connectionString)
    {
        var builder = Builder(connectionString);
        var wait = FormattableString.Invariant($"-c lock_timeout={LongestWait.TotalMilliseconds}");
        builder.Options = string.IsNullOrEmpty(builder.Options) ? wait : $"{builder.Options} {wait}";
        return builder.ConnectionString;
    }
}
