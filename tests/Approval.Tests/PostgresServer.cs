using Approval.Tests;
using ApprovalEngine.Host.EmbeddedPostgres;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Approval.Tests;

/// <summary>One private server for the whole run, with a template database that is migrated and seeded once.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Template = "template_approval";
    private readonly SemaphoreSlim cloning = new(1);
    private PrivatePostgres? server;
    private int databases;

    public async ValueTask InitializeAsync()
    {
        server = await PrivatePostgres.StartAsync(new PostgresOptions
        {
            DataFolder = Path.Combine(Path.GetTempPath(), $"approval-test-{Guid.NewGuid():N}"),
            IsThrowaway = true,
        });
        await Execute($"create database {Template}");
        await using (var services = TestServices.Build(server.ConnectionTo(Template)))
        {
            await services.Setup();
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A migrated and seeded database of its own.</summary>
    public Task<string> NewDatabase() => Create($"template {Template}");

    /// <summary>A database without anything in it.</summary>
    public Task<string> NewEmptyDatabase() => Create("");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        cloning.Dispose();
    }

    private async Task<string> Create(string how)
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        await cloning.WaitAsync();
        try
        {
            await Execute($"create database {name} {how}");
        }
        finally
        {
            cloning.Release();
        }

        return server!.ConnectionTo(name) + ";Include Error Detail=true;Maximum Pool Size=30";
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(server!.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
