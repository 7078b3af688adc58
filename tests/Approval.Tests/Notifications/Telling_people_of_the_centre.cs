using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Notifications;

namespace Approval.Tests.Notifications;

/// <summary>What a flow has people of the centre told, they hear in the office.</summary>
public sealed class Telling_people_of_the_centre(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task is_heard_by_who_is_named_until_they_open_the_case()
    {
        var moved = await Accepted();
        await Told(moved.CaseId, $"user:{Clerk}", "soon due", "tomorrow");
        await Told(moved.CaseId, $"user:{Clerk}", "due", "today");

        var heard = (await Heard(Clerk)).Should().ContainSingle().Subject;
        (heard.CaseId, heard.Text, heard.By).Should().Be((moved.CaseId, "due\ntoday", null));
        (await Heard(OtherClerk)).Should().BeEmpty();

        await Send(new CaseDetail(await AccessOf(Clerk), moved.CaseId));
        (await Heard(Clerk)).Should().BeEmpty();
    }

    [Fact]
    public async Task is_heard_by_all_who_work_at_the_unit_that_is_named_and_may_see_the_case()
    {
        var moved = await Accepted();

        await Told(moved.CaseId, "unit:YC-DA-W1, unit:YC-BDC, user:nobody", "look at it");

        (await Heard(OtherClerk)).Should().ContainSingle();
        (await Heard("zhou.na")).Should().BeEmpty("nobody of another department sees this case");
    }

    [Fact]
    public async Task is_over_when_the_case_has_ended_and_never_what_the_applicant_is_told()
    {
        var moved = await Accepted();
        await Told(moved.CaseId, $"user:{Clerk}", "soon due");
        await Told(moved.CaseId, Deliveries.ToApplicant, "you are next");
        (await Scalar<long>("select count(*) from message")).Should().Be(1);

        await Send(new EndCase(await AccessOf(Clerk), null, moved.CaseId, "Withdrawn", "back"));

        (await Heard(Clerk)).Should().BeEmpty();
    }

    [Fact]
    public async Task is_told_once_however_often_it_is_delivered()
    {
        var moved = await Accepted();
        await Told(moved.CaseId, $"user:{Clerk}, user:{Clerk}", "soon due");

        (await Scalar<long>("select count(*) from message")).Should().Be(1);
    }

    private async Task<IReadOnlyList<ApprovalEngine.Contracts.Accounts.NoticeView>> Heard(string user) =>
        [.. (await Send(new MyNotices(await AccessOf(user)))).Where(notice => notice.Kind == "Message")];

    private async Task Told(Guid caseId, string to, string subject, string text = "")
    {
        await Run(
            "insert into outbox (centre_id, case_id, kind, next_try_at, created_at, payload) values (1, $1, 'Notification', $2, $2, jsonb_build_object('to', $3::text, 'subject', $4::text, 'text', $5::text))",
            caseId, Services.Time.GetUtcNow(), to, subject, text);
        await Services.Get<OutboxDelivery>().RunAsync(Cancel);
    }
}
