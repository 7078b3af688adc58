using ApprovalEngine.Approval.Jobs;
using Hangfire;

namespace ApprovalEngine.Host.Jobs;

/// <summary>Tells Hangfire at start-up which jobs recur.</summary>
internal sealed class JobCalendar(IRecurringJobManager jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        JobSchedule.Register(jobs);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
