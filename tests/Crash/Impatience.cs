using ApprovalEngine.Approval.Jobs;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using JobStorage = ApprovalEngine.Approval.Jobs.JobStorage;

namespace ApprovalEngine.Crash;

/// <summary>Has the hosts' own job servers work every few seconds instead of every minute, so that blows fall into their work.</summary>
internal sealed class Impatience : IAsyncDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource end = new();
    private readonly Task urging;

    // Registered as the hosts do it, it would become the storage and the log of every host in this process.
    public Impatience(string connectionString) =>
        urging = UrgeAsync(new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, JobStorage.Options), JobStorage.Options));

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await urging;
        end.Dispose();
    }

    private async Task UrgeAsync(PostgreSqlStorage storage)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                var jobs = new RecurringJobManager(storage);
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
