namespace Approval.Tests;

/// <summary>Base of tests on a migrated database of their own: one a test class's instance, so one a test.</summary>
public abstract class DatabaseTest(PostgresServer server) : IAsyncLifetime
{
    protected string ConnectionString { get; private set; } = "";

    protected TestServices Services { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        ConnectionString = await server.NewDatabase();
        Services = TestServices.Build(ConnectionString);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
