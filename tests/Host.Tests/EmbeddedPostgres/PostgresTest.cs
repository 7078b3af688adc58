using ApprovalEngine.Host.EmbeddedPostgres;

namespace Host.Tests.EmbeddedPostgres;

/// <summary>A data folder that is cleaned up, and quick ways to start servers on it.</summary>
public abstract class PostgresTest : IDisposable
{
    private readonly TemporaryFolder folder = new();

    protected string Data => Path.Combine(folder.Path, "data");

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<PrivatePostgres> Start(bool mayJoin = false, string purpose = "approval serve") => PrivatePostgres.StartAsync(
        new PostgresOptions { DataFolder = Data, MayJoin = mayJoin, Purpose = purpose }, TestContext.Current.CancellationToken);

    protected static async Task<T?> Ask<T>(string connectionString, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is T answer ? answer : default;
    }
}
