using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Jobs;

namespace Approval.Tests.Jobs;

public sealed class Sealing_every_minute(PostgresServer server) : JobTest(server)
{
    [Fact]
    public async Task seals_each_centre_and_leaves_a_heartbeat()
    {
        await new Statistics.Caseload(Database).Organise();
        await Do("insert into admin_event (centre_id, at, actor, act, subject, payload) select centre_id, now(), 'x', 'Tried', 'x', '{}' from centre");
        while (await Ask<long>("select count(*) from admin_event where transaction_no >= ended_transaction_no()") > 0)
        {
            await Task.Delay(5, Cancel);
        }

        await Job<SealTrail>().Run(Cancel);
        await Job<SealTrail>().Run(Cancel);

        (await Ask<long>("select count(*) from audit_seal")).Should().Be(1, "the second run found nothing new");
        (await Ask<long>("select count(*) from heartbeat where name = 'job:seals'")).Should().Be(1);
    }

    [Fact]
    public async Task is_verified_at_night_and_what_is_found_becomes_an_event()
    {
        await new Statistics.Caseload(Database).Organise();
        await Do("insert into admin_event (centre_id, at, actor, act, subject, payload) select centre_id, now(), 'x', 'Tried', 'x', '{}' from centre");
        while (await Ask<long>("select count(*) from audit_seal") == 0)
        {
            await Services.Get<Sealing>().SealAsync(77, Cancel);
        }

        await Do("update audit_seal set events_root = sha256('x')");
        Services.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 18, 0, 0, TimeSpan.Zero));

        await Job<NightlyChecks>().Run(Cancel);

        (await Ask<long>("select count(*) from admin_event where act = 'AuditFinding' and payload->>'finding' like 'seal 1: %'")).Should().BePositive();
    }
}
