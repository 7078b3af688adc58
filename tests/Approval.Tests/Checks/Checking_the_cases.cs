using Approval.Tests.Cases;
using ApprovalEngine.Approval.Checks;

namespace Approval.Tests.Checks;

public sealed class Checking_the_cases(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task finds_nothing_where_nothing_is_wrong()
    {
        await Accepted();
        await Receive(HousingTransfer, "zhou.na");

        (await Check()).Should().BeEquivalentTo(new CaseCheckReport(2, []));
    }

    [Theory]
    [InlineData("delete from task_open", "TasksDiffer")]
    [InlineData("update task_open set assignee = 'li.na'", "TasksDiffer")]
    [InlineData("delete from timer where kind = 0", "TimersDiffer")]
    [InlineData("update timer set due_at = due_at + interval '1 hour' where kind = 0", "TimersDiffer")]
    [InlineData("update users set is_active = false where user_name = 'wang.wei'", "PersonInactive")]
    public async Task finds_tables_that_differ_from_the_state(string harm, string kind)
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ApprovalEngine.Approval.Tasks.ClaimTask(await AccessOf(Clerk), null, task));

        await Run(harm);

        (await Check()).Findings.Should().ContainSingle(finding => finding.Kind == kind);
    }

    [Fact]
    public async Task finds_an_open_case_that_nothing_can_move()
    {
        var moved = await Receive();
        await Run("update cases set state = state::jsonb - 'ts' - 'tm' where case_id = $1", moved.CaseId);
        await Run("delete from task_open");
        await Run("delete from timer where kind = 0");

        (await Check()).Findings.Select(finding => finding.Kind).Should().Contain("NothingWaits");
    }

    private Task<CaseCheckReport> Check() => Services.Get<CaseChecks>().RunAsync(1, Cancel);
}
