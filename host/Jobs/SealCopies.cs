using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Audit;
using Npgsql;

namespace ApprovalEngine.Host.Jobs;

/// <summary>
/// Every minute writes the seals that this host's file does not hold yet. Each host does so for its own file: whoever wanted to rewrite
/// the trail would have to reach them all.
/// </summary>
internal sealed class SealCopies(
    SealOptions options, SealStore store, EventLog events, NpgsqlDataSource database, TimeProvider time, ILogger<SealCopies> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);

    private bool isReported;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.File is not { } path)
        {
            return;
        }

        var file = new SealFile(path);
        using var timer = new PeriodicTimer(Rhythm, time);
        do
        {
            await CopyAsync(file, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CopyAsync(SealFile file, CancellationToken cancel)
    {
        try
        {
            await file.CatchUpAsync(store, await CentresAsync(cancel), cancel);
        }
        catch (SealFileDiffersException differs)
        {
            await ReportAsync(differs, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NpgsqlException)
        {
            log.LogWarning("Seals could not be written outside the database ({Message}); trying again in a minute.", fault.Message);
        }
    }

    private async Task ReportAsync(SealFileDiffersException differs, CancellationToken cancel)
    {
        log.LogError("{Message}", differs.Message);
        if (!isReported)
        {
            await events.RecordAsync(differs.CentreId, Actors.Jobs, EventAct.SealsDiffer, "checks", new { seal = differs.SealNo, host = Environment.MachineName }, cancel);
            isReported = true;
        }
    }

    private async Task<IReadOnlyList<int>> CentresAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select array_agg(centre_id order by centre_id) from centre");
        return await command.ExecuteScalarAsync(cancel) as int[] ?? [];
    }
}
