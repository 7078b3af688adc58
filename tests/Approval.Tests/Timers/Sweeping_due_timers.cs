using Approval.Tests.Cases;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Timers;

namespace Approval.Tests.Timers;

public sealed class Sweeping_due_timers(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task accepts_by_silence_from_the_day_of_receipt()
    {
        var received = await Receive();
        var receivedAt = Services.Time.GetUtcNow();
        Services.Time.Advance(TimeSpan.FromDays(8));

        var report = await Sweep();

        report.Moved.Should().Be(1);
        var view = await Send(new CaseDetail(await AccessOf(Clerk), received.CaseId));
        view.Case.AcceptedAt.Should().Be(receivedAt);
    }

    [Fact]
    public async Task on_many_hosts_fires_each_exactly_once()
    {
        var received = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Receive(applicant: $"第{i}人")));
        var hosts = new List<TestServices>();
        for (var i = 0; i < 4; i++)
        {
            hosts.Add(TestServices.Build(ConnectionString, Services.Time.GetUtcNow().AddDays(8)));
        }

        var reports = await Task.WhenAll(hosts.Select(host => host.Get<DueSweep>().RunAsync(DueKind.Flow, "timers", Cancel)));

        reports.Sum(report => report.Moved).Should().Be(received.Length);
        (await Scalar<long>("select count(*) from audit where act = 'TimerFired' and payload like '%AcceptanceBySilence%'")).Should().Be(received.Length);
        (await Scalar<long>("select count(*) - count(distinct (case_id, payload::jsonb -> 'details' ->> 'timer')) from audit where act = 'TimerFired'")).Should().Be(0);
        (await Scalar<long>("select count(*) from case_fact where kind = 1")).Should().Be(received.Length);
        (await Services.Get<AuditVerifier>().VerifyAsync(null, null, Cancel)).Findings.Should().BeEmpty();
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task of_timers_and_of_alerts_at_once_share_the_cases_between_them()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Receive(applicant: $"第{i}人")));
        Services.Time.Advance(TimeSpan.FromDays(8));
        await Sweep();
        Services.Time.Advance(TimeSpan.FromDays(60));
        var sweep = Services.Get<DueSweep>();

        var reports = await Task.WhenAll(sweep.RunAsync(DueKind.Flow, "timers", Cancel), sweep.RunAsync(DueKind.Alert, "alerts", Cancel));
        var rest = await Task.WhenAll(sweep.RunAsync(DueKind.Flow, "timers", Cancel), sweep.RunAsync(DueKind.Alert, "alerts", Cancel));

        reports.Concat(rest).Sum(report => report.Failed).Should().Be(0);
        (await Scalar<long>("select count(*) from timer where due_at <= (select max(at) from heartbeat)")).Should().Be(0);
        (await Scalar<long>("select count(*) - count(distinct (case_id, key)) from alert")).Should().Be(0);
        (await Services.Get<AuditVerifier>().VerifyAsync(null, null, Cancel)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task after_downtime_catches_up_in_due_order_and_fires_nothing_twice()
    {
        await Receive(applicant: "first");
        Services.Time.Advance(TimeSpan.FromDays(1));
        await Receive(applicant: "second");
        Services.Time.Advance(TimeSpan.FromDays(60));

        await Sweep();
        var again = await Sweep();

        again.Moved.Should().Be(0);
        (await Scalar<bool>("select bool_and(at <= now_at) from (select at, lead(at, 1, 'infinity') over (partition by case_id order by seq) as now_at from audit) rows")).Should().BeTrue();
        (await Scalar<long>("select count(*) from audit where act = 'TimerFired' and payload like '%AcceptanceBySilence%'")).Should().Be(2);
    }

    [Fact]
    public async Task fires_none_for_a_closed_case_even_if_a_row_was_left()
    {
        var accepted = await Accepted();
        await Send(new EndCase(await AccessOf(Clerk), null, accepted.CaseId, "Withdrawn", "back"));
        await Run("insert into timer (centre_id, case_id, kind, key, due_at) values (1, $1, 0, 'left', now() - interval '100 years')", accepted.CaseId);

        (await Sweep()).Moved.Should().Be(0);

        (await Scalar<long>("select count(*) from timer")).Should().Be(0);
    }

    [Fact]
    public async Task is_not_held_up_by_a_case_that_fails()
    {
        var broken = await Receive(applicant: "broken");
        await Receive(applicant: "whole");
        await Run("update cases set definition_version = 99 where case_id = $1", broken.CaseId);
        Services.Time.Advance(TimeSpan.FromDays(8));

        var report = await Sweep();

        report.Should().Be(new SweepReport(2, 1, 1));
    }

    [Fact]
    public async Task is_not_held_up_by_a_case_that_the_database_refuses()
    {
        var broken = await Receive(applicant: "broken");
        await Receive(applicant: "whole");
        await Break(broken.CaseId);
        Services.Time.Advance(TimeSpan.FromDays(8));

        var report = await Sweep();

        report.Should().Be(new SweepReport(2, 1, 1));
        (await Scalar<long>("select count(*) from heartbeat")).Should().Be(1);
    }

    [Fact]
    public async Task holds_no_timer_while_it_waits_for_an_act_that_needs_it()
    {
        var received = await Receive();
        Services.Time.Advance(TimeSpan.FromDays(8));
        await using var act = new Npgsql.NpgsqlConnection(ConnectionString);
        await act.OpenAsync(Cancel);
        await using var transaction = await act.BeginTransactionAsync(Cancel);
        await Execute(act, "insert into audit select centre_id, case_id, seq + 1, at, actor, act, payload, hash, hash from audit where case_id = $1", received.CaseId);
        var sweep = Sweep();
        while (await Scalar<long>("select count(*) from pg_locks where not granted") == 0)
        {
            await Task.Delay(20, Cancel);
        }

        // The order of an act: its trail row, then its timers. Had the sweep locked them, neither could go on.
        await Execute(act, "set local lock_timeout = '1s'");
        await Execute(act, "delete from timer where case_id = $1", received.CaseId);
        await transaction.RollbackAsync(Cancel);

        (await sweep).Should().Be(new SweepReport(1, 1, 0));
    }

    [Fact]
    public async Task shows_that_it_lives()
    {
        await Sweep();

        (await Scalar<long>("select count(*) from heartbeat where name = 'timers'")).Should().Be(1);
    }

    [Fact]
    public async Task comes_before_an_act_that_is_later_though_no_sweep_ran()
    {
        var received = await Receive();
        Services.Time.Advance(TimeSpan.FromDays(8));

        await Send(new CommentCase(await AccessOf(Clerk), null, received.CaseId, "still there?"));

        (await Scalar<string>("select string_agg(act, ' ' order by seq) from audit where case_id = $1", received.CaseId))
            .Should().StartWith("CaseReceived TimerFired").And.EndWith("CaseCommented");
    }

    private static async Task Execute(Npgsql.NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(Cancel);
    }

    private Task<SweepReport> Sweep() => Services.Get<DueSweep>().RunAsync(DueKind.Flow, "timers", Cancel);
}
