using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Tasks;

/// <summary>The tests' clock stands on Monday 2 March 2026, 9:00 in the centre.</summary>
public sealed class Standing_in_for_somebody(PostgresServer server) : CaseTest(server)
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task shows_open_and_new_tasks_and_leaves_both_names_in_the_trail()
    {
        var open = (await Receive(applicant: "first")).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(Clerk), null, open));
        await Away(Today, Today);
        var later = (await Receive(applicant: "second", clerk: "zhang.qiang")).OpenTasks.Single();
        await Send(new TransferTask(await AccessOf("zhang.qiang"), null, later, Clerk, null, null));

        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Select(item => item.TaskId).Should().BeEquivalentTo([open, later]);
        await Answer(open, "Accepted", OtherClerk);

        var row = (await Send(new CaseJournal(await AccessOf("auditor"), CaseIds.CaseOf(open))))[^1];
        (row.Actor, row.OnBehalfOf, row.Act).Should().Be((OtherClerk, Clerk, "TaskCompleted"));
        (await Scalar<string>("select closed_by || ' for ' || on_behalf_of from task_closed where case_id = $1", CaseIds.CaseOf(open))).Should().Be("li.na for wang.wei");
        (await Scalar<string>("select assignee from task_open where case_id = $1", CaseIds.CaseOf(later))).Should().Be(Clerk, "nothing moves");
    }

    [Fact]
    public async Task lasts_for_exactly_the_local_days()
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        await Away(Today.AddDays(1), Today.AddDays(1));
        var lastMoment = new DateTimeOffset(2026, 3, 3, 15, 59, 59, TimeSpan.Zero);

        (await FluentActions.Awaiting(() => Answer(task, "Accepted", OtherClerk)).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("TaskHeldByAnother");
        Services.Time.SetUtcNow(lastMoment);
        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().ContainSingle();
        var lookedUpBefore = await AccessOf(OtherClerk);
        Services.Time.SetUtcNow(lastMoment.AddSeconds(1));

        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().BeEmpty("it is midnight in the centre");
        await FluentActions.Awaiting(() => Send(new CompleteTask(lookedUpBefore, null, task, "Accepted", null, null))).Should().ThrowAsync<ConflictException>();
    }

    [Fact]
    public async Task does_not_reach_further_than_one_deputy()
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        await Away(Today, Today);
        await Send(new RecordAbsence(await AccessOf(OtherClerk), new AbsenceRequest("zhang.qiang", Today, Today)));

        (await Send(new MyTasks(await AccessOf("zhang.qiang"), null, 10))).Items.Should().BeEmpty();
        await FluentActions.Awaiting(() => Answer(task, "Accepted", "zhang.qiang")).Should().ThrowAsync<ConflictException>();
    }

    [Fact]
    public async Task ends_when_the_person_is_back()
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        await Away(Today, Today.AddDays(5));

        var absence = (await Listed(Clerk)).Single();
        await Send(new EndAbsence(await AccessOf(Clerk), absence.AbsenceId));

        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().BeEmpty();
        (await Listed(Clerk)).Should().BeEmpty();
    }

    [Fact]
    public async Task is_refused_for_who_may_not_have_the_cases_for_others_and_twice()
    {
        var (self, colleague) = (await AccessOf(Clerk), await AccessOf(OtherClerk));
        (await FluentActions.Awaiting(() => Away(Today, Today, "zhou.na")).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("OutOfScope");
        (await FluentActions.Awaiting(() => Away(Today, Today.AddDays(-1))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("DaysInvalid");
        await FluentActions.Awaiting(() => Send(new RecordAbsence(colleague, new AbsenceRequest(OtherClerk, Today, Today, Clerk)))).Should().ThrowAsync<ForbiddenException>();

        await Send(new RecordAbsence(self, new AbsenceRequest(OtherClerk, Today, Today.AddDays(2))));
        (await FluentActions.Awaiting(() => Away(Today.AddDays(2), Today.AddDays(3))).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("AbsenceOverlaps");
    }

    [Fact]
    public async Task is_listed_by_who_it_concerns_and_how_it_stands_today()
    {
        await Away(Today, Today);
        await Away(Today.AddDays(1), Today.AddDays(1));
        await Away(Today.AddDays(3), Today.AddDays(4), "zhang.qiang");
        Services.Time.Advance(TimeSpan.FromDays(2));
        await Away(Today.AddDays(2), Today.AddDays(2));
        DateOnly[] Days(params int[] later) => [.. later.Select(Today.AddDays)];

        (await Listed(Clerk)).Select(absence => absence.FromOn).Should().Equal(Days(2, 3));
        (await Listed(Clerk, AbsenceState.Running)).Select(absence => absence.FromOn).Should().Equal(Days(2));
        (await Listed(Clerk, AbsenceState.ToCome)).Select(absence => absence.FromOn).Should().Equal(Days(3));
        (await Listed(Clerk, AbsenceState.Over)).Select(absence => absence.FromOn).Should().Equal(Days(1, 0), "what is over is read backwards, page by page");
        (await Listed(OtherClerk, AbsenceState.Over)).Should().HaveCount(2, "who stood in saw them");
        (await Listed(Clerk, person: "zhang.qiang")).Select(absence => absence.Deputy).Should().Equal("zhang.qiang");
        (await Listed("zhou.na", AbsenceState.Over)).Should().BeEmpty("it is another unit's");
        (await FluentActions.Awaiting(() => Listed(Clerk, (AbsenceState)9)).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("FilterInvalid");
    }

    /// <summary>All pages of one row each.</summary>
    private async Task<IReadOnlyList<AbsenceView>> Listed(string user, AbsenceState? state = null, string? person = null)
    {
        var (rows, next) = (new List<AbsenceView>(), (string?)null);
        do
        {
            var page = await Send(new ListAbsences(await AccessOf(user), new AbsenceFilter { State = state, Person = person }, next, 1));
            rows.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return rows;
    }

    private async Task Away(DateOnly from, DateOnly until, string deputy = OtherClerk) => await Send(new RecordAbsence(await AccessOf(Clerk), new AbsenceRequest(deputy, from, until)));
}
