using Approval.Tests.Cases;
using ApprovalEngine.Approval.Persistence.Migrations;
using ApprovalEngine.Contracts.Cases;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Approval.Tests.Persistence;

public sealed class Periods_of_tasks_open_before_an_update(PostgresServer server) : CaseTest(server)
{
    private const string Due = "select coalesce(due_at::text, '') from task_open where case_id = $1 and kind = 3";
    private static readonly string Update = ((SqlOperation)new PeriodsOfTasks().UpOperations.Single()).Sql;

    [Fact]
    public async Task are_read_from_their_timers()
    {
        var asked = await AskForCorrection();
        var due = await Scalar<string>(Due, asked.CaseId);
        await Run("update task_open set due_at = null");

        await Run(Update);

        (await Scalar<string>(Due, asked.CaseId)).Should().Be(due).And.NotBeEmpty();
    }

    [Theory]
    [InlineData("insert into timer (centre_id, case_id, kind, key, due_at) select centre_id, case_id, kind, '99/end', due_at - interval '1 day' from timer where key like '%/end'")]
    [InlineData("create temp table other as select * from task_open; update other set task_no = 99, kind = 4; insert into task_open select * from other")]
    public async Task are_left_where_a_case_has_several(string another)
    {
        var asked = await AskForCorrection();
        await Run($"update task_open set due_at = null; {another}");

        await Run(Update);

        (await Scalar<string>(Due, asked.CaseId)).Should().BeEmpty("a timer does not say which of them it ends");
    }

    private async Task<CaseMoved> AskForCorrection() => await Answer((await Receive()).OpenTasks.Single(), "CorrectionNeeded", opinion: "缺少授权书");
}
