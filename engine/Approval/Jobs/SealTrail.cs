using ApprovalEngine.Approval.Audit;
using Hangfire;
using Npgsql;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Every minute seals what was committed since the last seal; nothing when nothing is new.</summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class SealTrail(JobRunner runner, NpgsqlDataSource database, Sealing sealing)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "seals";

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, Work, cancel);

    private async Task<string> Work(CancellationToken cancel)
    {
        var made = new List<Seal>();
        foreach (var centre in await CentreList.Read(database, cancel))
        {
            made.AddRange(await sealing.SealAsync(centre, cancel));
        }

        return $"{made.Count} seals over {made.Sum(seal => (long)seal.Rows)} rows and {made.Sum(seal => (long)seal.Events)} events";
    }
}
