using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Contracts.Jobs;
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

    private async Task<IReadOnlyList<JobCount>> Work(CancellationToken cancel)
    {
        var made = new List<Seal>();
        foreach (var centre in await CentreList.Read(database, cancel))
        {
            made.AddRange(await sealing.SealAsync(centre, cancel));
        }

        return [new("seals", made.Count), new("rows", made.Sum(seal => (long)seal.Rows)), new("events", made.Sum(seal => (long)seal.Events))];
    }
}
