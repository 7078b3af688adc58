using ApprovalEngine.Approval.Elsa.Trials;
using Quartz;

namespace ApprovalEngine.Approval.Timers;

/// <summary>The recurring job of the cluster: sweeps flow timers that are due, those of cases first. Never twice at once on all hosts together.</summary>
[DisallowConcurrentExecution]
internal sealed class TimerJob(DueSweep sweep, TrialDesk trials) : IJob
{
    /// <summary>Name of its heartbeat.</summary>
    public const string Heartbeat = "timers";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await sweep.RunAsync(DueKind.Flow, Heartbeat, cancellationToken);
        await trials.Sweep(cancellationToken);
    }
}
