using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Contracts.Jobs;
using Hangfire;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>
/// Raises the alerts of cases that nobody touches: found by their moment, each through the case's own session and dated by when it was
/// due, however late the job comes.
/// </summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class OverdueAlerts(JobRunner runner, DueSweep sweep)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "alerts";

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, Work, cancel);

    private async Task<IReadOnlyList<JobCount>> Work(CancellationToken cancel)
    {
        return (await sweep.RunAsync(DueKind.Alert, JobRunner.HeartbeatOf(Name), cancel)).Counts;
    }
}
