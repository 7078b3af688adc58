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
    private PrivatePostgres? server;
    private DatabaseCopies? copies;
    private int databases;

    public virtual async ValueTask InitializeAsync()
    {
        server = await PrivatePostgres.StartAsync(new PostgresOptions
        {
            DataFolder = Path.Combine(Path.GetTempPath(), $"approval-test-{Guid.NewGuid():N}"),
            IsThrowaway = true,
        });
        copies = new DatabaseCopies(server.ConnectionString);
        await MakeTemplate(Schema, null, new SetupOptions { ShippedData = "" });
        await MakeTemplate(Centre, Schema, TestServices.Given);
    }

    /// <summary>A database with the schema and nothing in it.</summary>
    public Task<string> NewDatabase() => Create(Schema);

    /// <summary>A database with the shipped centre in it.</summary>
    public Task<string> NewCentre() => Create(Centre);

    /// <summary>A database without even a schema.</summary>
    public Task<string> NewEmptyDatabase() => Create(null);

    /// <summary>Gives a database's room back.</summary>
    public Task Drop(string connectionString) => copies!.Drop(connectionString);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        copies?.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task MakeTemplate(string name, string? template, SetupOptions options)
    {
        await using (var services = TestServices.Build(await copies!.Make(name, template), options: options))
        {
            await services.Setup();
        }

        NpgsqlConnection.ClearAllPools();
    }

    private async Task<string> Create(string? template) =>
        await copies!.Make($"t{Interlocked.Increment(ref databases)}", template) + ";Include Error Detail=true;Maximum Pool Size=30";

    protected Task Execute(string sql) => copies!.Execute(sql);
}
