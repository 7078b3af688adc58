using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>Runs what is started and not paused, of all centres or one alone.</summary>
public sealed class OpenMigrations(IDbContextFactory<ApprovalDbContext> contexts, MigrationRun run)
{
    /// <summary>Runs every migration that is running, one after the other.</summary>
    /// <returns>How many cases were dealt with.</returns>
    public async Task<int> RunAllAsync(CancellationToken cancel)
    {
        var dealt = 0;
        foreach (var open in await ReadAsync(row => row.State == (short)MigrationState.Running, cancel))
        {
            dealt += await run.RunAsync(open, null, cancel);
        }

        return dealt;
    }

    /// <summary>Runs one migration to its end, or until it is paused.</summary>
    public async Task RunAsync(int centreId, Guid migrationId, IProgress<int>? progress, CancellationToken cancel)
    {
        foreach (var open in await ReadAsync(row => row.CentreId == centreId && row.MigrationId == migrationId, cancel))
        {
            await run.RunAsync(open, progress, cancel);
        }
    }

    private async Task<List<OpenMigration>> ReadAsync(System.Linq.Expressions.Expression<Func<MigrationRow, bool>> which, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Set<MigrationRow>().Where(which).OrderBy(row => row.StartedAt).Select(MigrationStore.ToOpen).ToListAsync(cancel);
    }
}
