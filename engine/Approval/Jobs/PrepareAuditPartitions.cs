using ApprovalEngine.Contracts.Jobs;
using Hangfire;
using Npgsql;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Makes the audit trail's partitions of the coming months, so that no step has to wait for one.</summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class PrepareAuditPartitions(JobRunner runner, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "audit-partitions";

    private const int MonthsAhead = 3;

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, Work, cancel);

    private async Task<IReadOnlyList<JobCount>> Work(CancellationToken cancel)
    {
        var month = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var command = database.CreateCommand("select count(*) filter (where ensure_audit_partition(m)) from unnest($1) m");
        command.Parameters.Add(new() { Value = Enumerable.Range(0, MonthsAhead + 1).Select(month.AddMonths).ToArray() });
        return [new("months", (long)(await command.ExecuteScalarAsync(cancel))!)];
    }
}
