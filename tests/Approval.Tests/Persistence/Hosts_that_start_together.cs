using ApprovalEngine.Approval.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Approval.Tests.Persistence;

public sealed class Hosts_that_start_together(PostgresServer server)
{
    [Fact]
    public async Task migrate_once_while_the_others_wait()
    {
        var database = await server.NewEmptyDatabase();
        var hosts = Enumerable.Range(0, 4).Select(_ => TestServices.Build(database)).ToList();

        await Task.WhenAll(hosts.Select(host => host.Setup()));

        await using var context = await hosts[0].Get<IDbContextFactory<ApprovalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        (await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }
}
