using ApprovalEngine.Contracts.Jobs;
using Hangfire;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Forgets trial runs that have not moved for a quarter of a year, with their journals: they prove nothing.</summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class ForgetTrials(JobRunner runner, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "trials";

    private const int PieceSize = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, Work, cancel);

    private async Task<IReadOnlyList<JobCount>> Work(CancellationToken cancel)
    {
        var until = time.GetUtcNow() - Kept;
        int forgotten = 0, piece;
        do
        {
            await using var command = database.CreateCommand("delete from trial_run where ctid = any(array(select ctid from trial_run where updated_at < $1 limit $2))");
            command.Parameters.Add(new() { Value = until, NpgsqlDbType = NpgsqlDbType.TimestampTz });
            command.Parameters.Add(new() { Value = PieceSize });
            piece = await command.ExecuteNonQueryAsync(cancel);
            forgotten += piece;
        }
        while (piece == PieceSize);

        return [new("trialsForgotten", forgotten)];
    }
}
