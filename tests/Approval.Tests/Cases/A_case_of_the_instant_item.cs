using ApprovalEngine.Approval.Cases;

namespace Approval.Tests.Cases;

public sealed class A_case_of_the_instant_item(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task runs_to_its_document_and_its_closing_on_the_same_day()
    {
        var accepted = await Accepted();
        var verified = await Answer(accepted.OpenTasks.Single(), "Verified");
        var closed = await Answer(verified.OpenTasks.Single(), "Complete", opinion: "材料齊全。");

        closed.Status.Should().Be("Closed");
        var view = await Send(new CaseDetail(await AccessOf(Clerk), closed.CaseId));
        view.Case.Decision.Should().Be("Granted");
        view.OpenTasks.Should().BeEmpty();
        view.Answered.Select(task => task.Ended.Outcome).Should().Equal("Accepted", "Verified", "Complete");
        view.Answered[^1].Opinion.Should().Be("材料齊全。");
        view.Documents.Should().ContainSingle().Which.Text.Should().Contain("張三豐").And.Contain("2026年03月02日");
        view.Documents[0].VerificationCode.Should().NotBeEmpty();
        view.Promised!.UsedDays.Should().Be(0);
        view.Promised.IsOnTime.Should().BeTrue();
    }

    [Fact]
    public async Task writes_one_fact_at_acceptance_and_one_at_closing()
    {
        var accepted = await Accepted();
        var verified = await Answer(accepted.OpenTasks.Single(), "Verified");
        await Answer(verified.OpenTasks.Single(), "Complete");

        (await Scalar<string>("select string_agg(format('%s %s %s %s %s', kind, sign, limit_amount, coalesce(used_amount::text, '-'), coalesce(on_time::text, '-')), '; ' order by kind) from case_fact where case_id = $1", accepted.CaseId))
            .Should().Be("1 1 0 - -; 2 1 0 0 true");
    }

    [Fact]
    public async Task leaves_no_task_and_no_timer_when_it_is_withdrawn()
    {
        var accepted = await Accepted();

        var ended = await Send(new EndCase(await AccessOf(Clerk), null, accepted.CaseId, "Withdrawn", "申請人撤回"));

        ended.Status.Should().Be("Closed");
        ended.OpenTasks.Should().BeEmpty();
        (await Scalar<long>("select (select count(*) from task_open where case_id = $1) + (select count(*) from timer where case_id = $1)", accepted.CaseId)).Should().Be(0);
    }

    [Fact]
    public async Task is_never_without_a_task_a_timer_or_a_stopped_clock_while_it_is_open()
    {
        var received = await Receive();
        await Answer(received.OpenTasks[0], "CorrectionNeeded", opinion: "缺身份證件。");

        (await Scalar<long>("""
            select count(*) from cases c where c.status < 7
                and not exists (select from task_open t where t.case_id = c.case_id) and not exists (select from timer t where t.case_id = c.case_id and t.kind = 0)
            """)).Should().Be(0);
    }
}
