using System.Diagnostics;
using System.Globalization;
using ApprovalEngine.Host.EmbeddedPostgres;
using Npgsql;

namespace ApprovalEngine.Crash;

/// <summary>A PostgreSQL with its full durability that can be struck down and raised again.</summary>
internal sealed class DatabaseServer : IAsyncDisposable
{
    private readonly string folder;
    private readonly string program;

    private DatabaseServer(string folder, string connectionString)
    {
        this.folder = folder;
        ConnectionString = connectionString;
        program = Path.Combine(Path.GetDirectoryName(new FileInfo($"/proc/{ProcessId}/exe").LinkTarget!)!, "pg_ctl");
    }

    public string ConnectionString { get; }

    private string Cluster => Path.Combine(folder, "postgres");

    private int ProcessId => int.Parse(File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static async Task<DatabaseServer> StartAsync(string folder)
    {
        var server = await PrivatePostgres.StartAsync(new PostgresOptions { DataFolder = folder, Purpose = "crash harness" });
        return new DatabaseServer(folder, server.ConnectionString);
    }

    /// <summary>Stops without a checkpoint, as a crash does, and starts again: PostgreSQL recovers from its log.</summary>
    public async Task CrashAsync()
    {
        await StopAsync("QUIT");
        await RunAsync("start", "--wait", "--timeout", "120", "--pgdata", Cluster, "--log", Path.Combine(folder, "start.log"));
    }

    /// <summary>Cuts about half of the connections.</summary>
    /// <returns>How many.</returns>
    public async Task<long> CutAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var cut = new NpgsqlCommand(
            "select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and random() < 0.5",
            connection);
        return (long)(await cut.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await StopAsync("INT");
    }

    private async Task StopAsync(string signal)
    {
        var process = ProcessId;
        await Tool.RunAsync(["kill", $"-{signal}", process.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);
        for (var waited = Stopwatch.StartNew(); File.Exists(Path.Combine(Cluster, "postmaster.pid")); await Task.Delay(20))
        {
            if (waited.Elapsed > TimeSpan.FromMinutes(1))
            {
                throw new TimeoutException($"PostgreSQL (process {process}) did not stop.");
            }
        }
    }

    private async Task RunAsync(params string[] arguments)
    {
        var done = await Tool.RunAsync(ServiceAccount.As([program, .. arguments]), CancellationToken.None);
        if (!done.Succeeded)
        {
            throw new InvalidOperationException($"pg_ctl: {done.LastLine}");
        }
    }
}
