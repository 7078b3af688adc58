namespace Approval.Tests;

/// <summary>Base of tests on a database of their own: the schema and nothing in it.</summary>
public abstract class DatabaseTest(PostgresServer server) : IAsyncLifetime
{
    protected string ConnectionString { get; private set; } = "";

    protected TestServices Services { get; private protected set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        ConnectionString = await NewDatabase(server);
        Services = TestServices.Build(ConnectionString);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await server.Drop(ConnectionString);
        GC.SuppressFinalize(this);
    }

    private protected virtual Task<string> NewDatabase(PostgresServer server) => server.NewDatabase();
}
