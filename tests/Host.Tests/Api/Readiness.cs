using System.Text.Json;
using ApprovalEngine.Host.Health;
using ApprovalEngine.Host.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Host.Tests.Api;

public sealed class Readiness(RunningHost host)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("now()", HealthStatus.Healthy)]
    [InlineData("now() - interval '4 minutes'", HealthStatus.Unhealthy)]
    public async Task turns_red_when_a_heartbeat_is_too_old(string at, HealthStatus status)
    {
        var name = $"test {Guid.NewGuid()}";
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var beat = database.CreateCommand($"insert into heartbeat (name, at) values ('{name}', {at})");
        await beat.ExecuteNonQueryAsync(Cancel);

        (await Check(database, name)).Status.Should().Be(status);
    }

    [Fact]
    public async Task is_red_while_something_has_never_run()
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);

        (await Check(database, "never")).Description.Should().Be("has not run yet");
    }

    [Fact]
    public async Task comes_about_on_an_empty_database_without_a_word_of_warning()
    {
        using var written = new Written(LogLevel.Warning);
        var first = host.BuildAnother(connectionString: await host.NewDatabase());
        first.Services.GetRequiredService<ILoggerFactory>().AddProvider(written);
        await first.StartAsync(Cancel);
        using var visitor = host.Anonymous(new Uri(first.Urls.Single()));
        visitor.DefaultRequestHeaders.Add("Cookie", "approval=from-another-installation");
        var startUp = first.Services.GetRequiredService<StartUp>();
        while (!startUp.IsDone && startUp.Failure is null)
        {
            (await visitor.GetAsync("/", Cancel)).IsSuccessStatusCode.Should().BeTrue();
            await Task.Delay(100, Cancel);
        }

        startUp.Failure.Should().BeNull();
        written.Lines.Should().BeEmpty();
        await first.StopAsync(Cancel);
    }

    [Fact]
    public async Task names_each_part_for_whoever_watches()
    {
        using var watcher = host.Anonymous();

        var answer = await watcher.GetAsync("/health/ready", Cancel);

        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        report.RootElement.GetProperty("checks").EnumerateObject().Select(check => check.Name).Should().BeEquivalentTo("start-up", "timers", "jobs");
    }

    [Fact]
    public async Task does_not_matter_to_being_alive()
    {
        using var watcher = host.Anonymous();

        (await watcher.GetAsync("/health/live", Cancel)).IsSuccessStatusCode.Should().BeTrue();
    }

    private Task<HealthCheckResult> Check(NpgsqlDataSource database, string name) =>
        new HeartbeatCheck(database, host.Services.GetRequiredService<StartUp>(), name, Oldest).CheckHealthAsync(new HealthCheckContext(), Cancel);
}
