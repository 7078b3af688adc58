using Approval.Tests;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Host.EmbeddedPostgres;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Approval.Tests;

/// <summary>One private server for the whole run, with two templates made once: an empty schema, and one with the shipped centre.</summary>
public class PostgresServer : IAsyncLifetime
{
    private const string Schema = "template_schema";
    private const string Centre = "template_centre";
    private readonly SemaphoreSlim cloning = new(1);
    private PrivatePostgres? server;
    private int databases;

    public virtual async ValueTask InitializeAsync()
    {
        server = await PrivatePostgres.StartAsync(new PostgresOptions
        {
            DataFolder = Path.Combine(Path.GetTempPath(), $"approval-test-{Guid.NewGuid():N}"),
            IsThrowaway = true,
        });
        await MakeTemplate(Schema, "", new SetupOptions { ShippedData = "" });
        await MakeTemplate(Centre, $"template {Schema}", TestServices.Given);
    }

    /// <summary>A database with the schema and nothing in it.</summary>
    public Task<string> NewDatabase() => Create($"template {Schema}");

    /// <summary>A database with the shipped centre in it.</summary>
    public Task<string> NewCentre() => Create($"template {Centre}");

    /// <summary>A database without even a schema.</summary>
    public Task<string> NewEmptyDatabase() => Create("");

    /// <summary>Gives a database's room back: a run makes hundreds.</summary>
    public async Task Drop(string connectionString)
    {
        await using (var pool = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await Execute($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        cloning.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task MakeTemplate(string name, string how, SetupOptions options)
    {
        await Execute($"create database {name} {how} strategy file_copy");
        await using (var services = TestServices.Build(server!.ConnectionTo(name), options: options))
        {
            await services.Setup();
        }

        NpgsqlConnection.ClearAllPools();
    }

    private async Task<string> Create(string how)
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        await cloning.WaitAsync();
        try
        {
            // Files are copied as they are: to copy them block by block through the log takes twice as long.
            await Execute($"create database {name} {how} strategy file_copy");
        }
        finally
        {
            cloning.Release();
        }

        return server!.ConnectionTo(name) + ";Include Error Detail=true;Maximum Pool Size=30";
    }

    protected async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(server!.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
