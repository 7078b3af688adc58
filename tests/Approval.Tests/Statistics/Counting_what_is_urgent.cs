using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Statistics;
using Npgsql;

namespace Approval.Tests.Statistics;

public sealed class Counting_what_is_urgent(FilledCentre centre) : FilledCentreTest(centre)
{
    private readonly FilledCentre filled = centre;

    // Each case by itself, in the order in which the classes exclude each other.
    private const string OneByOne = """
        select case when accepted_at is null then 'Received' when status = 2 then 'Stopped' when due_at is null then 'Undated'
                    when due_at <= $1 then 'Overdue' when notice_at <= $1 then 'Notice' else 'InTime' end, count(*)::int
          from cases where status < 7 group by 1
        """;

    [Fact]
    public async Task puts_each_open_case_into_one_class()
    {
        var now = filled.Services.Get<TimeProvider>().GetUtcNow();
        await Change("update cases set status = 2 where case_id = (select case_id from cases where status < 7 and status <> 2 and accepted_at is not null order by case_id limit 1)");
        await Change("update cases set due_at = null where case_id = (select case_id from cases where status < 7 and status <> 2 and accepted_at is not null order by case_id desc limit 1)");

        var counted = await Send(new GetUrgency(await AccessOf("auditor")));

        var classes = await Classes(now);
        classes.Count.Should().BeGreaterThan(3);
        counted.Should().Be(new UrgencyView(Of("Received"), Of("InTime"), Of("Notice"), Of("Overdue"), Of("Stopped"), Of("Undated")));

        int Of(string name) => classes.GetValueOrDefault(name);
    }

    private async Task<Dictionary<string, int>> Classes(DateTimeOffset now)
    {
        await using var source = NpgsqlDataSource.Create(filled.Services.Get<ApprovalDatabase>().ConnectionString);
        await using var command = source.CreateCommand(OneByOne);
        command.Parameters.AddWithValue(now);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var classes = new Dictionary<string, int>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            classes.Add(reader.GetString(0), reader.GetInt32(1));
        }

        return classes;
    }

    private async Task Change(string sql)
    {
        await using var source = NpgsqlDataSource.Create(filled.Services.Get<ApprovalDatabase>().ConnectionString);
        await using var command = source.CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).Should().Be(1);
    }
}
