using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Jobs;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Crash;

/// <summary>Has the hosts' own job servers work every few seconds instead of every minute, so that blows fall into their work.</summary>
internal sealed class Impatience : IAsyncDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource end = new();
    private readonly ServiceProvider services;
    private readonly Task urging;

    public Impatience(string connectionString)
    {
        services = new ServiceCollection().AddLogging().AddApproval(connectionString).AddJobs().BuildServiceProvider();
        urging = UrgeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await urging;
        await services.DisposeAsync();
        end.Dispose();
    }

    private async Task UrgeAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                var jobs = services.GetRequiredService<IRecurringJobManager>();
                foreach (var job in new[] { OverdueAlerts.Name, DeliverOutbox.Name, RefreshRollups.Name, SealTrail.Name })
                {
                    jobs.Trigger(job);
                }
            }
            catch (Exception)
            {
                // The database was struck too, and Hangfire says so in many ways; the next turn is soon.
            }

            await Task.Delay(Rest, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
