using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Jobs;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Approval.Tests.Jobs;

// Hangfire keeps one storage and one log a process: tests that set them up take turns.
[Collection("Hangfire")]
public sealed class A_lock_left_by_a_killed_host(PostgresServer server) : DatabaseTest(server)
{
    [Fact]
    public async Task does_not_keep_another_host_from_registering_its_jobs()
    {
        await using var database = NpgsqlDataSource.Create(ConnectionString);
        await using var leave = database.CreateCommand("""
            insert into hangfire.lock (resource, updatecount, acquired) values ('hangfire:lock:recurring-job:alerts', 0, now() at time zone 'utc')
            """);
        await leave.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await using var host = new ServiceCollection().AddLogging().AddApproval(ConnectionString).AddJobs().BuildServiceProvider();
        var register = () => JobSchedule.Register(host.GetRequiredService<IRecurringJobManager>());

        register.Should().NotThrow();
    }
}
