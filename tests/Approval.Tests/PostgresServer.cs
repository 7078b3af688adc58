using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Approval.Tests;
using Npgsql;

[assembly: Xunit.AssemblyFixture(typeof(PostgresServer))]

namespace Approval.Tests;

/// <summary>One private server for the whole run, with a template database that is migrated once.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly SemaphoreSlim Cloning = new(1);
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"approval-test-{Guid.NewGuid():N}");
    private int databases;
    private int port;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        Run("chown", "postgres", folder);
        port = FreePort();
        Run("runuser", "-u", "postgres", "--", "/usr/lib/postgresql/15/bin/initdb", "-D", $"{folder}/db", "-A", "trust", "-U", "approval", "--no-sync");
        Run("runuser", "-u", "postgres", "--", "/usr/lib/postgresql/15/bin/pg_ctl", "-D", $"{folder}/db", "-w", "-l", $"{folder}/log",
            "-o", $"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off -c max_connections=300", "start");
        await Execute("postgres", "create database template_approval");
        await using (var services = TestServices.Build(ConnectionTo("template_approval")))
        {
            await services.Setup();
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A migrated database of its own.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        await Cloning.WaitAsync();
        try
        {
            await Execute("postgres", $"create database {name} template template_approval");
        }
        finally
        {
            Cloning.Release();
        }

        return ConnectionTo(name);
    }

    /// <summary>A database without anything in it.</summary>
    public async Task<string> NewEmptyDatabase()
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        await Execute("postgres", $"create database {name}");
        return ConnectionTo(name);
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        Run("runuser", "-u", "postgres", "--", "/usr/lib/postgresql/15/bin/pg_ctl", "-D", $"{folder}/db", "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string ConnectionTo(string database) => $"Host=127.0.0.1;Port={port};Username=approval;Database={database};Maximum Pool Size=40;Include Error Detail=true";

    private async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = false, WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
