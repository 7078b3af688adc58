using Approval.Tests.Statistics;
using ApprovalEngine.Approval.Jobs;

namespace Approval.Tests.Jobs;

public sealed class Jobs_that_look_after_the_database(PostgresServer server) : JobTest(server)
{
    [Fact]
    public async Task forget_keys_after_a_week_and_keep_younger_ones()
    {
        await Do("insert into idempotency_key select 1, 'wang', n::text, '', 200, '', '2026-02-20 00:00Z'::timestamptz + (n % 2) * interval '9 days' from generate_series(1, 4002) n");

        await Job<ForgetIdempotencyKeys>().Run(Cancel);

        (await Ask<long>("select count(*) from idempotency_key")).Should().Be(2001);
    }

    [Fact]
    public async Task forget_trial_runs_after_a_quarter_with_their_journals()
    {
        await Do("""
            insert into trial_run (centre_id, run_id, definition_id, version_id, version, document, sub_status, incident_count, state, started_by, created_at, updated_at, steps)
                select 1, gen_random_uuid(), 'd', 'v', 1, '{}', 2, 0, '{}', 'admin', '2025-11-01Z', '2025-11-01 00:00Z'::timestamptz + (n % 2) * interval '60 days', 1 from generate_series(1, 202) n;
            insert into trial_step select centre_id, run_id, 1, created_at, 'admin', 'TrialStarted', '{}' from trial_run
            """);

        await Job<ForgetTrials>().Run(Cancel);

        (await Ask<long>("select count(*) from trial_run")).Should().Be(101);
        (await Ask<long>("select count(*) from trial_step")).Should().Be(101);
    }

    [Fact]
    public async Task make_partitions_ahead_and_again_without_harm()
    {
        Services.Time.SetUtcNow(new DateTimeOffset(2031, 5, 20, 0, 0, 0, TimeSpan.Zero));

        await Job<PrepareAuditPartitions>().Run(Cancel);
        await Job<PrepareAuditPartitions>().Run(Cancel);

        (await Ask<long>("select count(*) from pg_class where relname in ('audit_2031_05', 'audit_2031_06', 'audit_2031_07', 'audit_2031_08')")).Should().Be(4);
    }

    [Fact]
    public async Task warn_of_a_missing_calendar_from_the_first_of_october_once_a_month()
    {
        await new Caseload(Database).Organise();
        await Do("insert into calendar_year (centre_id, version, year, days, sources, published_at, published_by) values (77, 1, 2026, '[]', '[]', now(), 'x')");

        await At(new DateTimeOffset(2026, 9, 30, 15, 59, 0, TimeSpan.Zero), expected: 0);
        await At(new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.Zero), expected: 1);
        await At(new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero), expected: 1);
        await At(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), expected: 2);
        await Do("insert into calendar_year (centre_id, version, year, days, sources, published_at, published_by) values (77, 2, 2027, '[]', '[]', now(), 'x')");
        await At(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero), expected: 2);
    }

    [Fact]
    public async Task leave_a_heartbeat_each_and_one_for_all()
    {
        await Job<RefreshRollups>().Run(Cancel);

        (await Ask<long>("select count(*) from heartbeat where name in ('job:rollups', 'jobs') and at = '2026-03-02 01:00Z'")).Should().Be(2);
        (await Ask<string>("select detail::jsonb -> 'counts' -> 0 ->> 'what' from heartbeat where name = 'job:rollups'")).Should().Be("centres", "whoever shows it has the words");
    }

    [Fact]
    public async Task do_nothing_while_another_host_is_at_the_same_job()
    {
        await using var other = await Database.OpenConnectionAsync(Cancel);
        await using var hold = other.CreateCommand();
        hold.CommandText = "select pg_advisory_lock(hashtextextended('job:rollups', 0))";
        await hold.ExecuteScalarAsync(Cancel);

        await Job<RefreshRollups>().Run(Cancel);

        (await Ask<long>("select count(*) from heartbeat")).Should().Be(0);
    }

    private async Task At(DateTimeOffset now, long expected)
    {
        Services.Time.SetUtcNow(now);
        await Job<WarnOfMissingCalendar>().Run(Cancel);
        (await Ask<long>("select count(*) from admin_event where act = 'CalendarMissing' and centre_id = 77 and subject = 'calendar/2027'")).Should().Be(expected, "at {0:O}", now);
    }
}
