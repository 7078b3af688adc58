using Approval.Tests.Statistics;
using ApprovalEngine.Approval.Jobs;

namespace Approval.Tests.Jobs;

public sealed class Reminding_people(PostgresServer server) : JobTest(server)
{
    private readonly MadeCase open = new() { AcceptedOn = new DateOnly(2026, 1, 12), DueOn = new DateOnly(2026, 1, 19) };
    private readonly MadeCase closed = new() { AcceptedOn = new DateOnly(2026, 1, 12), ClosedOn = new DateOnly(2026, 1, 14), DueOn = new DateOnly(2026, 1, 19) };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new Caseload(Database).Organise();
        await new Caseload(Database).Add([open, closed]);
    }

    [Fact]
    public async Task makes_one_digest_of_many_alerts_and_tells_each_once()
    {
        await Raise(open, "a", "wang");
        await Raise(open, "b", "wang");
        await Raise(open, "c", null);

        await Job<SendReminders>().Run(Cancel);
        await Task.WhenAll(Job<SendReminders>().Run(Cancel), Job<SendReminders>().Run(Cancel));
        await Raise(open, "d", "wang");
        await Job<SendReminders>().Run(Cancel);

        (await Ask<string>("select string_agg(recipient || ' ' || subject, ', ' order by delivery_id) from delivery where recipient = 'wang'"))
            .Should().Be("wang 监察提醒：2 项, wang 监察提醒：1 项");
        (await Ask<long>("select count(*) from delivery where recipient = 'unit:U1'")).Should().Be(1, "nobody had taken the task");
    }

    [Fact]
    public async Task leaves_closed_cases_alone()
    {
        await Raise(closed, "a", "wang");

        await Job<SendReminders>().Run(Cancel);

        (await Ask<long>("select count(*) from delivery")).Should().Be(0);
    }

    private Task Raise(MadeCase about, string key, string? person) => Do($"""
        insert into alert (centre_id, case_id, key, clock, level, due_at, raised_at, person, unit_id, item_id, profile, evidence)
        values ({Caseload.CentreId}, '{about.Id}', '{key}', 0, 2, '2026-01-19 09:30Z', '2026-01-19 09:31Z', {(person is null ? "null" : $"'{person}'")}, 1, 1, 'ours/1', '[]')
        """);
}
