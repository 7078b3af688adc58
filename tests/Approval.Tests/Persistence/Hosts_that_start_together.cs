using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Approval.Tests.Persistence;

public sealed class Hosts_that_start_together(PostgresServer server)
{
    [Fact]
    public async Task migrate_and_seed_once_while_the_others_wait()
    {
        var database = await server.NewEmptyDatabase();
        var hosts = Enumerable.Range(0, 4).Select(_ => TestServices.Build(database, options: new SetupOptions())).ToList();

        var reports = await Task.WhenAll(hosts.Select(host => host.Setup()));

        await using var context = await hosts[0].Get<IDbContextFactory<ApprovalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        (await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
        (await context.Set<Centre>().CountAsync(TestContext.Current.CancellationToken)).Should().Be(1);
        (await context.Users.CountAsync(user => user.UserName == "admin", TestContext.Current.CancellationToken)).Should().Be(1);
        reports.Should().ContainSingle(report => report.AdminPassword != null, "the generated password is told once, by the host that made it");
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }
}
