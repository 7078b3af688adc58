using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Approval.Tests.Persistence;

public sealed class A_second_start(PostgresServer server)
{
    [Fact]
    public async Task changes_no_password_and_tells_none()
    {
        var database = await server.NewEmptyDatabase();
        await using var first = TestServices.Build(database, options: new SetupOptions { AdminPassword = "the given one" });
        await first.Setup();

        await using var second = TestServices.Build(database, options: new SetupOptions { AdminPassword = "another one" });
        var report = await second.Setup();

        report.Should().Be(new SetupReport());
        await using var scope = second.Provider.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var admin = (await users.FindByNameAsync("admin"))!;
        (await users.CheckPasswordAsync(admin, "the given one")).Should().BeTrue();
        admin.PasswordHash.Should().NotContain("the given one");
    }
}
