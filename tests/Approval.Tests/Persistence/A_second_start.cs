using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Calendars;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

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

    [Fact]
    public async Task brings_the_years_that_were_shipped_meanwhile()
    {
        var earlier = Path.Combine(Path.GetTempPath(), $"approval-shipped-{Guid.NewGuid():N}");
        CopyWithout("cn-2026.json", new SetupOptions().ShippedData, earlier);
        var database = await server.NewEmptyDatabase();
        await using var first = TestServices.Build(database, options: TestServices.Given with { ShippedData = earlier });
        await first.Setup();
        var old = await first.Get<CalendarStore>().Of(1, TestContext.Current.CancellationToken);

        await using var second = TestServices.Build(database);
        await second.Setup();

        FluentActions.Invoking(() => old.IsWorkingDay(new DateOnly(2026, 1, 5))).Should().Throw<ClockException>("a missing year is never guessed");
        var calendar = await second.Get<CalendarStore>().Of(1, TestContext.Current.CancellationToken);
        calendar.Version.Should().Be(2);
        calendar.IsWorkingDay(new DateOnly(2026, 1, 5)).Should().BeTrue();
        Directory.Delete(earlier, recursive: true);
    }

    [Fact]
    public async Task of_an_older_program_on_a_newer_database_says_so_and_changes_nothing()
    {
        await using var services = TestServices.Build(await server.NewDatabase());
        await using var newer = services.Get<NpgsqlDataSource>().CreateCommand("""insert into "__EFMigrationsHistory" values ('29991231000000_Later', '99')""");
        await newer.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await FluentActions.Awaiting(services.Setup).Should().ThrowAsync<InvalidOperationException>().WithMessage("*newer version*29991231000000_Later*");
    }

    private static void CopyWithout(string left, string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != left))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
