using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Contracts.Jobs;
using Hangfire;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Moves the cases of migrations that are running. One that was cut off goes on with the next tick.</summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class MigrateCases(JobRunner runner, OpenMigrations migrations)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "migrations";

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, async stop => [new JobCount("casesMigrated", await migrations.RunAllAsync(stop))], cancel);
}
