using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Demo;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Statistics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Approval.Tests.Demo;

public sealed class Filling_a_month(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private TestServices services = null!;

    public async ValueTask InitializeAsync() => services = await SmallCentre.Build(await server.NewDatabase(), Now);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task brings_closed_open_stopped_and_overdue_cases_with_their_alerts()
    {
        var result = await Fill();

        result.Month.Should().Be(new DateOnly(2026, 2, 1), "the last whole month");
        result.Added.Should().Be(150);
        (await Count("cases where status = 9 and closed_at <= due_at")).Should().BePositive();
        (await Count("cases where status < 7")).Should().BePositive();
        (await Count("cases where status = 2")).Should().BePositive();
        (await Count("case_fact where kind = 2 and not on_time")).Should().BePositive();
        (await Count("alert where level = 2")).Should().BePositive();
        (await Count("cases where kind = 0")).Should().BePositive();
        (await Count("audit")).Should().BeGreaterThan(600);
        result.Alerts.Should().Be((int)await Count("alert"));
    }

    [Fact]
    public async Task again_changes_nothing()
    {
        await Fill();
        var before = await Fingerprint();

        (await Fill()).Added.Should().Be(0);

        (await Fingerprint()).Should().Be(before);
    }

    [Fact]
    public async Task with_the_same_seed_gives_the_same_cases_in_another_database()
    {
        await Fill();
        await using var other = await SmallCentre.Build(await server.NewDatabase(), Now.AddDays(3));
        await Fill(other);

        (await Fingerprint(other)).Should().Be(await Fingerprint());
    }

    [Fact]
    public async Task leaves_an_honest_trail_and_figures_that_add_up()
    {
        await Fill();

        (await services.Get<AuditVerifier>().VerifyAsync(null, null, CancellationToken.None)).Findings.Should().BeEmpty();
        (await services.Get<Rollups>().Check(1, CancellationToken.None)).Should().BeEmpty();
        await using var scope = services.Provider.CreateAsyncScope();
        var figures = await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(
            new GetStatistics(Access.System(1), new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28), "item"), CancellationToken.None);
        figures.Accepted.Should().Be(await Count("cases where accepted_at is not null"));
        figures.Closed.Should().Be(figures.OnTime + figures.Overdue).And.Be(await Count("cases where status = 9 and accepted_at is not null"));
        figures.Open.Should().Be(figures.Accepted - figures.Closed);
        figures.Groups.Select(group => group.Key).Should().Equal(SmallCentre.Instant, SmallCentre.Promised);
        figures.Rates.AverageEarly.Value.Should().BeInRange(20, 95);
    }

    [Fact]
    public async Task lets_only_people_act_who_may()
    {
        await Fill();

        (await Count("task_closed where task_end = 0 and closed_by = any(barred)")).Should().Be(0);
        (await Count("task_closed where closed_by like 'system%' and outcome is not null")).Should().Be(0);
    }

    private Task<DemoResult> Fill(TestServices? centre = null) =>
        (centre ?? services).Get<DemoCentre>().Fill(new DemoOptions(Seed: 7, Cases: 150), null, CancellationToken.None);

    private async Task<long> Count(string from, TestServices? centre = null)
    {
        await using var command = (centre ?? services).Get<NpgsqlDataSource>().CreateCommand($"select count(*) from {from}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> Fingerprint(TestServices? centre = null)
    {
        await using var command = (centre ?? services).Get<NpgsqlDataSource>().CreateCommand(
            "select md5(string_agg(centre_id || case_id::text || case_no || version || status || coalesce(closed_at::text, '') || encode(head_hash, 'hex'), '|' order by case_id)) from cases");
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
