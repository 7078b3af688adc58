using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Organisation;

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
    public async Task is_heard_no_more_by_who_may_not_see_the_case_any_more()
    {
        var moved = await Receive("YC-BDC-0004", clerk: "zhou.na");
        var review = (await Answer(moved.OpenTasks.Single(), "Accepted", "zhou.na")).OpenTasks[0];
        var (first, second) = await TwoWhoMayClaim(moved.CaseId);
        await Told(moved.CaseId, "assignees", "soon due");
        ((await Heard(first)).Count, (await Heard(second)).Count).Should().Be((1, 1));

        await Send(new ClaimTask(await AccessOf(first), null, review));

        ((await Heard(first)).Count, (await Heard(second)).Count).Should().Be((1, 0));
    }

    [Fact]
    public async Task is_heard_by_the_deputy_of_who_is_away()
    {
        var moved = await Accepted();
        var today = new DateOnly(2026, 3, 2);
        await Send(new RecordAbsence(Admin, new(OtherClerk, today, today.AddDays(3), Clerk)));

        await Told(moved.CaseId, $"user:{Clerk}", "soon due");

        (await Heard(OtherClerk)).Should().ContainSingle();
    }

    [Fact]
    public async Task is_never_what_the_applicant_is_told_and_is_forgotten_in_time()
    {
        var moved = await Accepted();
        await Told(moved.CaseId, $"user:{Clerk}", "soon due");
        await Told(moved.CaseId, Deliveries.ToApplicant, "you are next");
        (await Scalar<long>("select count(*) from message")).Should().Be(1);

        Services.Time.Advance(TimeSpan.FromDays(31));

        (await Heard(Clerk)).Should().BeEmpty();
    }

    [Fact]
    public async Task is_told_once_however_often_it_is_delivered()
    {
        var moved = await Accepted();
        await Told(moved.CaseId, $"user:{Clerk}, user:{Clerk}", "soon due");

        (await Scalar<long>("select count(*) from message")).Should().Be(1);
    }

    [Fact]
    public async Task waits_no_more_once_it_is_taken_note_of_though_the_case_was_not_opened()
    {
        var (one, other) = (await Accepted(), await Accepted());
        foreach (var caseId in (Guid[])[one.CaseId, other.CaseId])
        {
            await Told(caseId, $"user:{Clerk}", "soon due");
            await Send(new CopyCase(await AccessOf(Clerk), null, caseId, [OtherClerk], "look"));
        }

        await Read(Clerk, notice => notice.CaseId == one.CaseId);
        await Read(OtherClerk, notice => notice.CaseId == one.CaseId);

        (await Heard(Clerk)).Should().ContainSingle().Which.CaseId.Should().Be(other.CaseId);
        (await Copies(OtherClerk)).Should().Equal(other.CaseId);
        (await Scalar<long>("select count(*) from admin_event where act = 'CaseViewed'")).Should().Be(0, "nobody has seen the case");

        await Read(Clerk, _ => true);
        await Read(OtherClerk, _ => true);
        (await Heard(Clerk)).Should().BeEmpty();
        (await Copies(OtherClerk)).Should().BeEmpty();
    }

    [Fact]
    public async Task goes_on_waiting_where_it_came_after_what_was_shown_or_is_of_another_kind()
    {
        var moved = await Accepted();
        await Told(moved.CaseId, $"user:{Clerk}", "soon due");
        var shown = (await Send(new MyNotices(await AccessOf(Clerk)))).Single(notice => notice.Kind == "Message");
        Services.Time.Advance(TimeSpan.FromMinutes(1));
        await Told(moved.CaseId, $"user:{Clerk}", "overdue");
        await Send(new CopyCase(await AccessOf(OtherClerk), null, moved.CaseId, [Clerk], "look"));

        await Send(new ReadNotices(await AccessOf(Clerk), [new(shown.Kind, shown.CaseId, shown.At)]));

        (await Heard(Clerk)).Should().ContainSingle().Which.Text.Should().Be("overdue");
        (await Copies(Clerk)).Should().Equal(moved.CaseId);
        await FluentActions.Awaiting(async () => await Send(new ReadNotices(await AccessOf(Clerk), [new("Alert", shown.CaseId, shown.At)]))).Should().ThrowAsync<RuleBrokenException>();
    }

    /// <summary>As the bell does: what waits to be read, as it is shown.</summary>
    private async Task Read(string user, Func<ApprovalEngine.Contracts.Accounts.NoticeView, bool> which)
    {
        var shown = (await Send(new MyNotices(await AccessOf(user)))).Where(notice => notice.Kind is "Copy" or "Message").Where(which);
        await Send(new ReadNotices(await AccessOf(user), [.. shown.Select(one => new ApprovalEngine.Contracts.Accounts.NoticeRead(one.Kind, one.CaseId, one.At))]));
    }

    /// <summary>The cases that wait to be read.</summary>
    private async Task<IEnumerable<Guid>> Copies(string user) => (await Send(new MyNotices(await AccessOf(user)))).Where(notice => notice.Kind == "Copy").Select(notice => notice.CaseId);

    /// <summary>Two people to whom a task is offered.</summary>
    private async Task<(string First, string Second)> TwoWhoMayClaim(Guid caseId)
    {
        var unit = await Scalar<int>("select unit_id from task_open where case_id = $1", caseId);
        var people = (await Services.Get<OrgDirectory>().Of(1, Cancel)).People.Where(person => person.Grants.Any(grant => grant.UnitId == unit && grant.Role == Role.Reviewer)).ToList();
        var offered = new List<string>();
        foreach (var person in people)
        {
            if ((await Send(new ClaimableTasks(await AccessOf(person.UserName), null, 50))).Items.Any(one => one.CaseId == caseId))
            {
                offered.Add(person.UserName);
            }
        }

        offered.Should().HaveCountGreaterThan(1);
        return (offered[0], offered[1]);
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
