using Hangfire;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Lets a job run now instead of at its next tick. Where no job server is registered (the command line, tests), the tick of a host will do.</summary>
/// <param name="jobs">Hangfire's manager; null where there is none.</param>
public sealed class JobTrigger(IRecurringJobManager? jobs = null)
{
    /// <summary>Asks for it.</summary>
    /// <param name="job">Name of the job.</param>
    public void Trigger(string job) => jobs?.Trigger(job);
}
