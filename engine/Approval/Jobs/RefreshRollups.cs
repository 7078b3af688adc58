using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Jobs;
using Hangfire;
using Npgsql;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Adds what was committed to the rollups.</summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class RefreshRollups(JobRunner runner, NpgsqlDataSource database, Rollups rollups)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "rollups";

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, Work, cancel);

    private async Task<IReadOnlyList<JobCount>> Work(CancellationToken cancel)
    {
        var centres = await CentreList.Read(database, cancel);
        var anew = 0;
        foreach (var centre in centres)
        {
            anew += await rollups.Refresh(centre, cancel) ? 1 : 0;
        }

        return [new("centres", centres.Count), new("centresRebuilt", anew)];
    }
}
