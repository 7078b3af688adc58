using ApprovalEngine.Approval.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Approval.Tests.Jobs;

/// <summary>Base of tests that run jobs by hand, with the clock of the test.</summary>
public abstract class JobTest(PostgresServer server) : DatabaseTest(server)
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected NpgsqlDataSource Database => Services.Get<NpgsqlDataSource>();

    /// <summary>A job as Hangfire would make it.</summary>
    protected T Job<T>() => ActivatorUtilities.CreateInstance<T>(Services.Provider, ActivatorUtilities.CreateInstance<JobRunner>(Services.Provider));

    protected async Task<T> Ask<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    protected async Task Do(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
