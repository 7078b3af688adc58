using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Jobs;
using Hangfire;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Takes up hand-overs of people's work that were cut off: by a host that went away, or by a case that refused.</summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class ResumeHandOvers
{
    /// <summary>Name of the job.</summary>
    public const string Name = "hand-overs";

    /// <summary>Whoever asked for it carries it out at once; only what took longer was cut off.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly JobRunner runner;
    private readonly HandOvers overs;
    private readonly TimeProvider time;

    internal ResumeHandOvers(JobRunner runner, HandOvers overs, TimeProvider time) => (this.runner, this.overs, this.time) = (runner, overs, time);

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, async token => [new JobCount("handOvers", await overs.ResumeAsync(time.GetUtcNow() - Patience, token))], cancel);
}
