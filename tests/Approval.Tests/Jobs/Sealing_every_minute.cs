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
}
