using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Clocks;

namespace Approval.Tests.Cases;

public sealed class A_new_calendar(PostgresServer server) : CaseTest(server)
{
    private static readonly DateOnly Flood = new(2026, 3, 4);

    [Fact]
    public async Task moves_due_moments_timers_and_inboxes_of_open_cases_and_says_so()
    {
        var open = await Accept();
        var due = (await Send(new CaseDetail(await AccessOf("auditor"), open))).Case.DueAt!.Value;

        await Publish(Flood);

        var view = await Send(new CaseDetail(await AccessOf("auditor"), open));
        view.Case.DueAt.Should().Be(due.AddDays(3)); // Friday becomes Monday
        view.OpenTasks.Should().OnlyContain(task => task.DueAt <= view.Case.DueAt);
        view.Promised!.CalendarVersion.Should().Be(2);
        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'CalendarChanged'", open)).Should().Be(1);
        (await Scalar<long>("select count(*) from timer where case_id = $1 and due_at > $2", open, due)).Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task leaves_cases_alone_that_it_does_not_move()
    {
        var open = await Accept();

        await Publish(new DateOnly(2026, 11, 4));

        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'CalendarChanged'", open)).Should().Be(0);
        (await Services.Get<CaseRecalculation>().RunAsync(1, 2, Cancel)).Should().Be(0);
    }

    [Fact]
    public async Task leaves_closed_cases_as_they_were()
    {
        var open = await Accept();
        await Send(new EndCase(await AccessOf("zhou.na"), null, open, "Withdrawn", "back"));
        var due = (await Send(new CaseDetail(await AccessOf("auditor"), open))).Case.DueAt;

        await Publish(Flood);

        (await Send(new CaseDetail(await AccessOf("auditor"), open))).Case.DueAt.Should().Be(due);
        (await Scalar<long>("select count(*) from audit where act = 'CalendarChanged'")).Should().Be(0);
    }

    [Fact]
    public async Task moves_exactly_what_its_preview_showed()
    {
        var moves = await Accept();
        await Accept();
        await Receive();
        var change = await Change(Flood);
        var preview = await Send(new PreviewCalendarCases(Admin, change, null, 50));
        var counted = await Send(new PreviewCalendar(Admin, change));

        await Send(new PublishCalendar(Admin, change));

        counted.Moved.Should().Be(preview.Items.Count).And.BePositive();
        (await Scalar<long>("select count(*) from audit where act = 'CalendarChanged'")).Should().Be(preview.Items.Count);
        foreach (var one in preview.Items)
        {
            (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'CalendarChanged'", one.CaseId)).Should().Be(1, one.CaseNo);
            foreach (var timer in one.Moments.Where(moment => moment.Kind == "Timer"))
            {
                (await Scalar<long>("select count(*) from timer where case_id = $1 and key = $2 and due_at = $3", one.CaseId, timer.Key, timer.To!.Value)).Should().Be(1, timer.Key);
            }
        }

        var due = preview.Items.Single(one => one.CaseId == moves).Moments.Single(moment => moment.Kind == "Due");
        (await Scalar<DateTime>("select due_at from cases where case_id = $1", moves)).Should().Be(due.To!.Value.UtcDateTime);
        preview.Items.SelectMany(one => one.Moments).Should().Contain(moment => moment.Kind == "Alert");
        (await Send(new PreviewCalendarCases(Admin, await Change(Flood), null, 50))).Items.Should().BeEmpty("published again it moves nothing");
    }

    [Fact]
    public async Task is_shown_beforehand_in_each_order_over_all_pages()
    {
        await Accept();
        Services.Time.Advance(TimeSpan.FromDays(1));
        await Accept();
        await Accept();
        var change = await Change(Flood);

        var received = await All(null);

        received.Should().HaveCount(3).And.BeInAscendingOrder(one => one.CaseId);
        (await All(CalendarMoveSort.Becomes)).Should().Equal(received.OrderBy(one => one.Moments.Min(moment => moment.To)), (one, other) => one.CaseId == other.CaseId);
        (await All(CalendarMoveSort.Shift)).Should().Equal(received.OrderByDescending(one => one.Moments.Max(moment => moment.To - moment.From)), (one, other) => one.CaseId == other.CaseId);
        var place = (await Send(new PreviewCalendarCases(Admin, change, null, 1) { Sort = CalendarMoveSort.Shift })).Next;
        await FluentActions.Awaiting(() => Send(new PreviewCalendarCases(Admin, change, place, 1) { Sort = CalendarMoveSort.Becomes })).Should().ThrowAsync<RuleBrokenException>("it is a place in another order");

        async Task<List<CalendarMoveView>> All(CalendarMoveSort? sort)
        {
            var (rows, next) = (new List<CalendarMoveView>(), (string?)null);
            do
            {
                var page = await Send(new PreviewCalendarCases(Admin, change, next, 1) { Sort = sort });
                rows.AddRange(page.Items);
                next = page.Next;
            }
            while (next is not null);
            return rows;
        }
    }

    [Fact]
    public async Task passes_all_others_where_the_database_refuses_one()
    {
        var (broken, whole) = (await Accept(), await Accept());
        await Break(broken);

        await Publish(Flood);

        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'CalendarChanged'", whole)).Should().Be(1);
        (await Scalar<int>("select calendar_version from cases where case_id = $1", whole)).Should().Be(2);
    }

    [Fact]
    public async Task comes_back_to_a_case_that_it_could_not_pass()
    {
        var broken = await Accept();
        await Accept();
        await Break(broken);
        await Publish(Flood);
        await Services.Get<CaseRecalculation>().RunAllAsync(Cancel);
        (await Scalar<string>("select passed || ' ' || failed || ' ' || (finished_at is null) from calendar_pass where version = 2")).Should().Be("1 1 true");

        await Run("drop trigger refuse on audit");
        (await Services.Get<CaseRecalculation>().RunAllAsync(Cancel)).Should().Be(1);

        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'CalendarChanged'", broken)).Should().Be(1);
        (await Scalar<string>("select passed || ' ' || failed || ' ' || (finished_at is null) from calendar_pass where version = 2")).Should().Be("2 0 false");
    }

    [Fact]
    public async Task passes_a_case_too_that_was_promised_by_the_old_one_while_it_passed_the_others()
    {
        var (first, late) = (await Accept(), await Accept());
        await Run("update cases set calendar_version = 2 where case_id = $1", late);
        await Run($"""
            create function arrive() returns trigger language plpgsql as $body$ begin update cases set calendar_version = 1 where case_id = '{late}' and calendar_version = 2; return new; end $body$;
            create trigger arrive before insert on audit for each row when (new.case_id = '{first}') execute function arrive();
            """);

        await Publish(Flood);

        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'CalendarChanged'", late)).Should().Be(1);
    }

    [Fact]
    public async Task counts_for_the_first_act_on_a_case_that_it_has_not_passed_yet()
    {
        var open = await Accept();
        var due = (await Send(new CaseDetail(await AccessOf("auditor"), open))).Case.DueAt!.Value;
        await Run("""
            insert into calendar_year (centre_id, year, version, days, sources, published_at, published_by)
            select centre_id, year, 2, days || '[{"date": "2026-03-04", "name": "off", "isOffDay": true}]', sources, published_at, 'test' from calendar_year where year = 2026 and version = 1
            """);
        await Run("update centre set calendar_version = 2");

        // On Friday evening the old due moment has passed, the new one has not.
        Services.Time.SetUtcNow(due.AddMinutes(1));
        await Services.Get<ApprovalEngine.Approval.Timers.DueSweep>().RunAsync(ApprovalEngine.Approval.Timers.DueKind.Flow, "timers", Cancel);

        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'CalendarChanged'", open)).Should().Be(1);
        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'TimerFired' and payload like '%Overdue%'", open)).Should().Be(0);
        (await Scalar<DateTime>("select due_at from cases where case_id = $1", open)).Should().Be(due.AddDays(3).UtcDateTime);
    }

    /// <summary>A housing transfer accepted on Monday 2 March 2026, promised within 4 working days: due on Friday.</summary>
    private async Task<Guid> Accept()
    {
        var received = await Receive(HousingTransfer, "zhou.na");
        await Answer(received.OpenTasks[0], "Accepted", "zhou.na");
        return received.CaseId;
    }

    private async Task Publish(DateOnly dayOff) => await Send(new PublishCalendar(Admin, await Change(dayOff)));

    private async Task<CalendarChange> Change(DateOnly dayOff)
    {
        var year = await Scalar<string>("select days::text from calendar_year where centre_id = 1 and year = 2026 order by version desc limit 1");
        var days = System.Text.Json.JsonSerializer.Deserialize<List<CalendarDay>>(year, ApprovalEngine.Approval.Persistence.JsonText.Options)!;
        var kept = days.Where(day => day.Date != dayOff);
        return new CalendarChange(await Scalar<int>("select calendar_version from centre"), [new CalendarYearChange(2026, [.. kept, new CalendarDay(dayOff, "off", true)], ["notice"])]);
    }
}
