using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Statistics;
using Npgsql;

namespace Approval.Tests.Statistics;

public sealed class Counting_what_is_urgent(FilledCentre centre) : FilledCentreTest(centre)
{
    private readonly FilledCentre filled = centre;

    // Each case by itself, in the order in which the classes exclude each other.
    private const string OneByOne = """
        select case when accepted_at is null then 'Received' when status = 2 then 'Stopped' when due_at is null then 'Undated'
                    when due_at < $1 then 'Overdue' when notice_at <= $1 then 'Notice' else 'InTime' end, count(*)::int
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

    [Theory]
    [InlineData("auditor")]
    [InlineData("auditor2")]
    public async Task opens_as_many_cases_as_it_counts(string user)
    {
        // A case that is seen for another reason than the unit is in no figure of it.
        await Change("insert into case_copy (centre_id, case_id, user_name, copied_by, copied_at, text) select centre_id, case_id, $1, 'auditor', now(), '' from cases where status < 7 order by case_id limit 1", user);
        var access = await AccessOf(user);

        var counted = await Send(new GetUrgency(access));

        (await Count(Urgency.Received)).Should().Be(counted.Received);
        (await Count(Urgency.InTime)).Should().Be(counted.InTime);
        (await Count(Urgency.Notice)).Should().Be(counted.Notice);
        (await Count(Urgency.Overdue)).Should().Be(counted.Overdue);
        (await Count(Urgency.Stopped)).Should().Be(counted.Stopped);
        (await Count(Urgency.Undated)).Should().Be(counted.Undated);

        Task<long> Count(Urgency urgency) => Send(new CountCases(access, new CaseFilter { Urgency = urgency }));
    }

    [Fact]
    public async Task lists_what_is_overdue_in_any_order_and_beside_other_filters()
    {
        var auditor = await AccessOf("auditor");
        await Change(
            "update cases set due_at = $1 where case_id = (select case_id from cases where status < 7 and status <> 2 and accepted_at is not null order by case_id offset 1 limit 1)",
            filled.Services.Get<TimeProvider>().GetUtcNow().AddDays(-1));

        var newest = await Send(new FindCases(auditor, new CaseFilter { Urgency = Urgency.Overdue }, null, 200));
        var due = await Send(new FindCases(auditor, new CaseFilter { Urgency = Urgency.Overdue, Sort = CaseSort.Due }, null, 200));
        var found = await Send(new FindCases(auditor, new CaseFilter { Urgency = Urgency.Overdue, Search = newest.Items[0].CaseNo }, null, 200));

        newest.Items.Should().OnlyContain(one => one.IsOverdue && one.RemainingDays < 0).And.NotBeEmpty();
        due.Items.Select(one => one.CaseId).Should().BeEquivalentTo(newest.Items.Select(one => one.CaseId));
        due.Items.Should().BeInAscendingOrder(one => one.DueAt);
        found.Items.Should().ContainSingle().Which.CaseId.Should().Be(newest.Items[0].CaseId);
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

    private async Task Change(string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(filled.Services.Get<ApprovalDatabase>().ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).Should().Be(1);
    }
}
