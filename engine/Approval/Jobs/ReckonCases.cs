using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Jobs;
using Hangfire;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Takes published calendars over the open cases. A pass that was cut off goes on with the next tick.</summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class ReckonCases(JobRunner runner, CaseRecalculation recalculation)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "calendar";

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, async stop => [new JobCount("casesReckoned", await recalculation.RunAllAsync(stop))], cancel);
}
