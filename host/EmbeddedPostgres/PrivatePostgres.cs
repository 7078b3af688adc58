using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL server of our own on a data folder, reachable over loopback and its socket only. The process that holds the lock on the
/// folder starts and stops it; a server that a killed process left behind is adopted; others may join.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Owner = "approval";
    private const int PortAttempts = 5;

    /// <summary>Recovery after a crash may replay a lot of log.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(10);

    private readonly DataFolder folder;
    private readonly DataLock hold;
    private readonly PostgresOptions options;
    private readonly Postmaster server;

    private PrivatePostgres(DataFolder folder, DataLock hold, PostgresOptions options, Postmaster server)
    {
        this.folder = folder;
        this.hold = hold;
        this.options = options;
        this.server = server;
        ConnectionString = ConnectionTo(Owner);
    }

    /// <summary>How to reach the database `approval`.</summary>
    public string ConnectionString { get; }

    /// <summary>This process started or adopted the server and will stop it; false for one that joined.</summary>
    public bool IsOwner => hold.IsOwner;

    /// <summary>How to reach another database of the same server.</summary>
    public string ConnectionTo(string database) => Connection(folder, server, database).ConnectionString;

    /// <summary>Starts, adopts or joins the server of a data folder.</summary>
    /// <exception cref="PrivatePostgresException">The data are in use, or no server can be had; the message says which.</exception>
    public static async Task<PrivatePostgres> StartAsync(PostgresOptions options, CancellationToken cancel = default)
    {
        await ServiceAccount.EnsureAsync(cancel);
        var folder = new DataFolder(options.DataFolder);
        await folder.PrepareAsync(cancel);
        var hold = await DataLock.TakeAsync(folder, options.MayJoin, options.Purpose, cancel);
        try
        {
            var server = hold.IsOwner
                ? Postmaster.Of(folder) ?? await LaunchAsync(folder, options, cancel)
                : await RunningAsync(folder, cancel);
            await AnswerAsync(folder, server, cancel);
            if (hold.IsOwner)
            {
                await EnsureDatabaseAsync(folder, server, cancel);
            }

            return new PrivatePostgres(folder, hold, options, server);
        }
        catch
        {
            await hold.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the server if this process owns it, after the commands that joined it have ended.</summary>
    public async Task StopAsync(bool waitForJoined, CancellationToken cancel = default)
    {
        if (!IsOwner)
        {
            await hold.DisposeAsync();
            return;
        }

        await using var alone = waitForJoined ? await hold.LastOneOutAsync(cancel) : null;
        NpgsqlConnection.ClearAllPools();
        await server.StopAsync(folder, cancel);
        await hold.DisposeAsync();
        if (options.IsThrowaway)
        {
            Directory.Delete(folder.Path, recursive: true);
        }
    }

    /// <summary>Stops the server if this process owns it.</summary>
    public async ValueTask DisposeAsync() => await StopAsync(waitForJoined: true);

    private static async Task<Postmaster> LaunchAsync(DataFolder folder, PostgresOptions options, CancellationToken cancel)
    {
        var programs = await PostgresFinder.FindAsync(folder.Major, options, cancel);
        if (folder.Major is null)
        {
            await Cluster.CreateAsync(folder, programs, options, cancel);
        }

        options.Progress("Starting the private PostgreSQL …");
        for (var attempt = 1; ; attempt++)
        {
            var started = await Cluster.StartAsync(folder, programs, FreePort(), options.IsThrowaway, StartPatience, cancel);
            if (started.Succeeded && Postmaster.Of(folder) is { } server)
            {
                return server;
            }

            // Another program may have taken the port between the choice and the start.
            if (attempt == PortAttempts)
            {
                throw new PrivatePostgresException($"The private PostgreSQL did not start ({started.LastLine}); {folder.Log} says why.");
            }
        }
    }

    private static async Task<Postmaster> RunningAsync(DataFolder folder, CancellationToken cancel)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < StartPatience; await Task.Delay(100, cancel))
        {
            if (Postmaster.Of(folder) is { IsReady: true } server)
            {
                return server;
            }
        }

        throw new PrivatePostgresException($"The server on {folder.Path} belongs to another process and does not answer.");
    }

    private static async Task AnswerAsync(DataFolder folder, Postmaster server, CancellationToken cancel)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100, cancel))
        {
            try
            {
                await using var connection = new NpgsqlConnection(Connection(folder, server, "postgres").ConnectionString);
                await connection.OpenAsync(cancel);
                return;
            }
            catch (NpgsqlException failure) when (waited.Elapsed > StartPatience || failure is PostgresException { SqlState: "28P01" })
            {
                throw new PrivatePostgresException($"The private PostgreSQL on {folder.Path} does not let us in: {failure.Message}", failure);
            }
            catch (NpgsqlException)
            {
                // Still starting, or recovering after a crash.
            }
        }
    }

    private static async Task EnsureDatabaseAsync(DataFolder folder, Postmaster server, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(Connection(folder, server, "postgres").ConnectionString);
        await connection.OpenAsync(cancel);
        await using var look = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = Owner } } };
        if (await look.ExecuteScalarAsync(cancel) is null)
        {
            await using var create = new NpgsqlCommand($"create database {Owner}", connection);
            await create.ExecuteNonQueryAsync(cancel);
        }
    }

    private static NpgsqlConnectionStringBuilder Connection(DataFolder folder, Postmaster server, string database) => new()
    {
        Host = server.SocketFolder is { Length: > 0 } sockets ? sockets : IPAddress.Loopback.ToString(),
        Port = server.Port,
        Username = Owner,
        Password = folder.Password(),
        Database = database,
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
