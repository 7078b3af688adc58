using Hangfire;
using Microsoft.Extensions.Logging;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Lets a job run now instead of at its next tick. Where no job server is registered (the command line, tests), the tick of a host will do.</summary>
/// <param name="log">Hears what could not be hastened.</param>
/// <param name="jobs">Hangfire's manager; null where there is none.</param>
public sealed class JobTrigger(ILogger<JobTrigger> log, IRecurringJobManager? jobs = null)
{
    /// <summary>Asks for it.</summary>
    /// <param name="job">Name of the job.</param>
    public void Trigger(string job)
    {
        try
        {
            jobs?.Trigger(job);
        }
        catch (Exception fault)
        {
            // What was asked for stands already, and the job's own tick brings it about: hastening it must not turn into a failure.
            log.LogWarning(fault, "Job {Job} could not be hastened; its next tick will do.", job);
        }
    }
}
