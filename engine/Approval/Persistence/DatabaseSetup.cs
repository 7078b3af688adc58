using Hangfire.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>
/// Brings schema and shipped data up to date. Hosts that start together do it one after the other under a lock of the database, so
/// that nothing is migrated or seeded twice; those that come later find it done.
/// </summary>
public sealed class DatabaseSetup(NpgsqlDataSource database, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>"approval" in ASCII: the advisory lock that all hosts share.</summary>
    private const long Lock = 0x617070726F76616C;

    internal const string HangfireSchema = "hangfire";

    /// <summary>Months for which audit partitions are made ahead.</summary>
    private const int MonthsAhead = 3;

    /// <summary>Migrates and seeds, or waits until another host has done so.</summary>
    /// <param name="services">Services with <see cref="ApprovalServices.AddApproval"/>.</param>
    /// <param name="progress">Told of each longer part.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public static Task<SetupReport> RunAsync(IServiceProvider services, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        services.GetRequiredService<DatabaseSetup>().RunAsync(progress, cancel);

    internal async Task<SetupReport> RunAsync(IProgress<string>? progress, CancellationToken cancel)
    {
        await using var alone = await AloneAsync(cancel);
        await using var scope = scopes.CreateAsyncScope();
        await using var context = scope.ServiceProvider.GetRequiredService<ApprovalDbContext>();
        await Migrate(context, progress, cancel);
        PostgreSqlObjectsInstaller.Install(alone.Connection, HangfireSchema);
        await EnsureAuditPartitions(alone.Connection, cancel);
        await TransactionNumbers.KeepRisingAsync(alone.Connection, cancel);
        return await scope.ServiceProvider.GetRequiredService<Seeder>().Run(context, progress, cancel);
    }

    /// <summary>Keeps other hosts from migrating and seeding until it is disposed; waits for one that is at it.</summary>
    internal async Task<SetupHold> AloneAsync(CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            // Another host may be at it for minutes: no timeout.
            await using var take = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = 0, Parameters = { new() { Value = Lock } } };
            await take.ExecuteNonQueryAsync(cancel);
            return new SetupHold(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The lock, and the connection that holds it.</summary>
    internal sealed record SetupHold(NpgsqlConnection Connection) : IAsyncDisposable
    {
        /// <summary>Lets the next one in. A connection that broke has let go of the lock by itself.</summary>
        public async ValueTask DisposeAsync()
        {
            if (Connection.FullState == System.Data.ConnectionState.Open)
            {
                await using var release = new NpgsqlCommand("select pg_advisory_unlock($1)", Connection) { Parameters = { new() { Value = Lock } } };
                await release.ExecuteNonQueryAsync(CancellationToken.None);
            }

            await Connection.DisposeAsync();
        }
    }

    private static async Task Migrate(ApprovalDbContext context, IProgress<string>? progress, CancellationToken cancel)
    {
        var known = context.Database.GetMigrations().ToHashSet();
        if ((await context.Database.GetAppliedMigrationsAsync(cancel)).FirstOrDefault(applied => !known.Contains(applied)) is { } newer)
        {
            throw new InvalidOperationException($"The database was brought up to date by a newer version of this product (it knows '{newer}'); start that version, or restore an older copy. Nothing was changed.");
        }

        var pending = (await context.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        progress?.Report($"Bringing the database up to date ({pending.Count} migrations).");
        context.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await context.Database.MigrateAsync(cancel);
    }

    private async Task EnsureAuditPartitions(NpgsqlConnection connection, CancellationToken cancel)
    {
        var month = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        for (var ahead = 0; ahead <= MonthsAhead; ahead++)
        {
            await using var ensure = new NpgsqlCommand("select ensure_audit_partition($1)", connection) { Parameters = { new() { Value = month.AddMonths(ahead) } } };
            await ensure.ExecuteNonQueryAsync(cancel);
        }
    }
}
