using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Jobs;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Approval.Tests.Jobs;

// Hangfire keeps one storage and one log a process: tests that set them up take turns.
[Collection("Hangfire")]
public sealed class Hangfire_on_the_products_database(PostgresServer server) : DatabaseTest(server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task runs_the_recurring_jobs_by_name_alone_and_registers_them_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = new ServiceCollection().AddLogging().AddApproval(ConnectionString).AddJobs()
            .AddHangfireServer(options => options.WorkerCount = 1).BuildServiceProvider();
        JobSchedule.Register(host.GetRequiredService<IRecurringJobManager>());
        JobSchedule.Register(host.GetRequiredService<IRecurringJobManager>());
        foreach (var service in host.GetServices<IHostedService>())
        {
            await service.StartAsync(cancel);
        }

        // Only the wait for the next minute is spared.
        host.GetRequiredService<IRecurringJobManager>().Trigger(OverdueAlerts.Name);
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (await Ask("select count(*) from heartbeat where name = 'job:alerts'") == 0 && TimeProvider.System.GetUtcNow() < until)
        {
            await Task.Delay(200, cancel);
        }

        foreach (var service in host.GetServices<IHostedService>())
        {
            await service.StopAsync(cancel);
        }

        (await Ask("select count(*) from heartbeat where name in ('job:alerts', 'jobs')")).Should().Be(2);
        (await Ask("select count(*) from hangfire.set where key = 'recurring-jobs'")).Should().Be(13);
        (await Ask("select count(*) from hangfire.job where arguments::text not in ('[null]', '[\"null\"]')")).Should().Be(0, "no argument, so no personal data");
    }

    private async Task<long> Ask(string sql)
    {
        await using var command = Services.Get<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
