using ApprovalEngine.Contracts.Jobs;
using Hangfire;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Forgets idempotency keys after a week (design.md, "The shell").</summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class ForgetIdempotencyKeys(JobRunner runner, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "idempotency-keys";

    private const int PieceSize = 1_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, Work, cancel);

    private async Task<IReadOnlyList<JobCount>> Work(CancellationToken cancel)
    {
        var until = time.GetUtcNow() - Kept;
        int forgotten = 0, piece;
        do
        {
            await using var command = database.CreateCommand("delete from idempotency_key where ctid = any(array(select ctid from idempotency_key where created_at < $1 limit $2))");
            command.Parameters.Add(new() { Value = until, NpgsqlDbType = NpgsqlDbType.TimestampTz });
            command.Parameters.Add(new() { Value = PieceSize });
            piece = await command.ExecuteNonQueryAsync(cancel);
            forgotten += piece;
        }
        while (piece == PieceSize);

        return [new("keysForgotten", forgotten)];
    }
}
