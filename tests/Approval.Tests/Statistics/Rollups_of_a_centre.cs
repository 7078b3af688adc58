using ApprovalEngine.Approval.Statistics;
using Npgsql;

namespace Approval.Tests.Statistics;

public sealed class Rollups_of_a_centre(PostgresServer server) : DatabaseTest(server)
{
    private NpgsqlDataSource Database => Services.Get<NpgsqlDataSource>();

    private Rollups Kept => new(Database);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new Caseload(Database).Organise();
        await new Caseload(Database).Add([Case(1), Case(2), Case(3)]);
    }

    [Fact]
    public async Task are_the_same_after_a_second_run_and_after_two_at_once()
    {
        await Refresh();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Kept.Refresh(Caseload.CentreId, TestContext.Current.CancellationToken)));

        (await Sum("accepted")).Should().Be(3);
        (await Kept.Check(Caseload.CentreId, TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task leave_a_transaction_under_way_to_the_next_run_and_lose_nothing_of_those_that_overtook_it()
    {
        await using var slow = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var underWay = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Execute(slow, "insert into case_fact (centre_id, kind, sign, on_date, at, accepted_on, case_id, item_id, unit_id, channel, case_kind, limit_kind, limit_amount, extended) select centre_id, kind, sign, on_date, at, accepted_on, gen_random_uuid(), item_id, unit_id, channel, case_kind, limit_kind, limit_amount, extended from case_fact where item_id = 1");
        await new Caseload(Database).Add([Case(4)]);

        await Kept.Refresh(Caseload.CentreId, TestContext.Current.CancellationToken);
        await underWay.CommitAsync(TestContext.Current.CancellationToken);
        await Refresh();

        (await Sum("accepted")).Should().Be(5);
        (await Kept.Check(Caseload.CentreId, TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task give_their_connection_back_where_they_cannot_begin()
    {
        await Refresh();
        await using var single = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = 1, Timeout = 5 }.ConnectionString);
        await using var other = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var held = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Execute(other, "lock table rollup_watermark");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await FluentActions.Awaiting(() => new Rollups(single).Refresh(Caseload.CentreId, soon.Token)).Should().ThrowAsync<OperationCanceledException>();

        await FluentActions.Awaiting(async () => await (await single.OpenConnectionAsync(TestContext.Current.CancellationToken)).DisposeAsync()).Should().NotThrowAsync();
    }

    [Fact]
    public async Task are_built_anew_to_identical_numbers()
    {
        await Refresh();
        var before = await Fingerprint();

        (await Kept.Rebuild(Caseload.CentreId, TestContext.Current.CancellationToken)).Should().BeEmpty();

        (await Fingerprint()).Should().Be(before);
    }

    [Fact]
    public async Task that_were_changed_by_hand_are_reported_by_row_and_put_right()
    {
        await Refresh();
        var before = await Fingerprint();
        await Execute("update rollup set closed = closed + 5 where dim = 1 and key = 2 and grain = 1");

        var differences = await Kept.Rebuild(Caseload.CentreId, TestContext.Current.CancellationToken);

        differences.Should().ContainSingle().Which.Should().Be(new RollupDifference("item", Grain.Month, new DateOnly(2026, 1, 1), 2, "closed", 6, 1));
        (await Fingerprint()).Should().Be(before);
    }

    [Fact]
    public async Task of_other_rules_are_neither_read_nor_kept()
    {
        await Refresh();
        await Execute("update rollup set closed = 99, rule_version = 0; update rollup_watermark set rule_version = 0");

        (await Closed()).Should().Be(3, "the facts answer while the rollups are old");
        (await Kept.Refresh(Caseload.CentreId, TestContext.Current.CancellationToken)).Should().BeTrue();
        (await Closed()).Should().Be(3);
        (await Kept.Check(Caseload.CentreId, TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task that_came_from_another_server_are_not_gone_on_with()
    {
        await Refresh();
        await Execute("update rollup_watermark set xid = '999999999'; update rollup set closed = 99");
        await new Caseload(Database).Add([Case(4)]);

        (await Closed()).Should().Be(4);
        (await Kept.Refresh(Caseload.CentreId, TestContext.Current.CancellationToken)).Should().BeTrue();
        (await Closed()).Should().Be(4);
    }

    [Fact]
    public async Task follow_a_correction_and_nothing_else_moves()
    {
        await Refresh();
        await Execute("insert into case_fact (centre_id, kind, sign, on_date, at, accepted_on, case_id, item_id, unit_id, channel, case_kind, limit_kind, limit_amount, used_amount, on_time, extended) select centre_id, kind, -1, on_date, at, accepted_on, case_id, item_id, unit_id, channel, case_kind, limit_kind, limit_amount, used_amount, on_time, extended from case_fact where kind = 2 and item_id = 3; update cases set status = 1, closed_at = null where item_id = 3");

        (await Closed()).Should().Be(2, "what is not rolled up yet counts too");
        await Refresh();
        (await Closed()).Should().Be(2);
        (await Kept.Check(Caseload.CentreId, TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task tell_when_what_they_leave_open_is_not_what_is_open()
    {
        await Refresh();
        await Execute("update cases set status = 1, closed_at = null where item_id = 3");

        (await Kept.Check(Caseload.CentreId, TestContext.Current.CancellationToken))
            .Should().ContainSingle().Which.Should().Match<RollupDifference>(one => one.Dimension == "unit" && one.Column == "open" && one.Kept == 0 && one.Counted == 1);
    }

    /// <summary>Other tests' transactions on the same server hold the watermark back for a while.</summary>
    private async Task Refresh()
    {
        do
        {
            await Kept.Refresh(Caseload.CentreId, TestContext.Current.CancellationToken);
        }
        while (await Sum("0", "case_fact f join rollup_watermark w on f.xid >= w.xid") is not null);
    }

    private static MadeCase Case(int item) => new()
    {
        Item = item,
        AcceptedOn = new DateOnly(2026, 1, 12),
        ClosedOn = new DateOnly(2026, 1, 15),
        Limit = 5,
        Used = 3,
        DueOn = new DateOnly(2026, 1, 19),
    };

    private async Task<long> Closed()
    {
        var query = new FigureQuery
        {
            CentreId = Caseload.CentreId,
            From = new DateOnly(2026, 1, 1),
            To = new DateOnly(2026, 1, 31),
            EndsAt = MadeCase.At(new DateOnly(2026, 2, 1), 0),
            Now = MadeCase.At(new DateOnly(2026, 3, 1), 0),
        };
        return Figures.Closed.Count(await new FigureReader(Database).Read(query, TestContext.Current.CancellationToken));
    }

    private async Task<long?> Sum(string column, string from = "rollup where dim = 0 and grain = 0")
    {
        await using var command = Database.CreateCommand($"select sum({column})::bigint from {from}");
        return await command.ExecuteScalarAsync() as long?;
    }

    private async Task<string> Fingerprint()
    {
        await using var command = Database.CreateCommand("select md5(string_agg(r::text, '|' order by r::text)) from rollup r");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task Execute(string sql)
    {
        await using var connection = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await Execute(connection, sql);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
