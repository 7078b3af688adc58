using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Demo;
using ApprovalEngine.Approval.Statistics;
using Npgsql;

namespace Approval.Tests.Demo;

public sealed class The_shipped_centre(PostgresServer server) : CentreTest(server)
{
    [Fact]
    public async Task gets_a_month_of_all_ten_items_in_every_state()
    {
        var progress = new List<DemoProgress>();

        var result = await Services.Get<DemoCentre>().Fill(new DemoOptions(Cases: 500), new Told(progress.Add), TestContext.Current.CancellationToken);

        result.Added.Should().Be(500);
        progress.Last().Should().Be(new DemoProgress(500, 500));
        var items = await Services.Get<ItemStore>().All(Admin.CentreId, TestContext.Current.CancellationToken);
        (await Ask("select count(distinct item_id) from cases")).Should().Be(items.Count);
        result.Closed.Should().BePositive();
        result.Open.Should().BePositive();
        result.Stopped.Should().BePositive();
        result.Alerts.Should().BePositive();
        (await Ask("select count(*) from case_fact where kind = 2 and not on_time")).Should().BePositive();
        (await Ask("select count(*) from cases where state::text like '%ncident%' and jsonb_path_exists(state::jsonb, '$.**.incidents[*]')")).Should().Be(0);
        (await Services.Get<Rollups>().Check(Admin.CentreId, TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    private async Task<long> Ask(string sql)
    {
        await using var command = Services.Get<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private sealed class Told(Action<DemoProgress> tell) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => tell(value);
    }
}
