using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Clocks;

namespace Approval.Tests.Clocks;

public sealed class Publishing_a_calendar(PostgresServer server) : CalendarTest(server)
{
    private static readonly CalendarDay Flood = new(new DateOnly(2026, 3, 4), "防汛", IsOffDay: true);

    [Fact]
    public async Task shows_first_which_open_cases_move_and_changes_nothing()
    {
        await AddCase("moves", Local("2026-03-02 10:00"), 5);
        await AddCase("was due before", Local("2026-01-05 10:00"), 2);
        await AddCase("closed", Local("2026-03-02 10:00"), 5, status: 9);

        var preview = await Send(new PreviewCalendar(Admin, await With(Flood)));

        preview.Should().BeEquivalentTo(new { OpenCases = 2, Moved = 1, BecomingKnown = 0 });
        preview.Examples.Should().ContainEquivalentOf(new MovedDue("moves", Local("2026-03-09 17:30"), Local("2026-03-10 17:30")));
        (await Overview()).Version.Should().Be(1);
    }

    [Fact]
    public async Task counts_the_due_moments_that_become_known()
    {
        await AddCase("at the year's end", Local("2026-12-30 10:00"), 5);
        var nextYear = new CalendarChange(1, [new CalendarYearChange(2027, [new CalendarDay(new DateOnly(2027, 1, 1), "元旦", true)], ["notice"])]);

        var preview = await Send(new PreviewCalendar(Admin, nextYear));

        preview.Should().BeEquivalentTo(new { OpenCases = 1, Moved = 1, BecomingKnown = 1 });
        preview.Examples.Single().To.Should().Be(Local("2027-01-07 17:30"));
    }

    [Fact]
    public async Task counts_from_then_on_and_keeps_the_older_version_for_explanations()
    {
        var calendars = Services.Get<CalendarStore>();
        (await calendars.Of(1, TestContext.Current.CancellationToken)).IsWorkingDay(Flood.Date).Should().BeTrue();

        var overview = await Send(new PublishCalendar(Admin, await With(Flood)));

        overview.Version.Should().Be(2);
        overview.Years.Single(year => year.Year == 2026).Version.Should().Be(2);
        (await calendars.Of(1, TestContext.Current.CancellationToken)).IsWorkingDay(Flood.Date).Should().BeFalse();
        (await calendars.Of(1, 1, TestContext.Current.CancellationToken)).IsWorkingDay(Flood.Date).Should().BeTrue();
    }

    [Fact]
    public async Task twice_at_once_gives_one_version_and_tells_the_other_what_won()
    {
        var change = await With(Flood);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Try(change)));

        outcomes.Count(outcome => outcome is null).Should().Be(1);
        outcomes.Where(outcome => outcome is not null).Should().AllBeOfType<ConflictException>()
            .Which.Should().OnlyContain(conflict => conflict.Code == "CalendarMovedOn" && ((CalendarOverview)conflict.Happened!).Version == 2);
    }

    [Fact]
    public async Task that_breaks_its_rules_is_refused_with_every_place()
    {
        var wrong = new CalendarChange(1, [new CalendarYearChange(2027, [new(new DateOnly(2026, 1, 1), "元旦", true), new(new DateOnly(2027, 1, 1), " ", true)], [])],
            [new OfficeHoursView(new DateOnly(2027, 1, 1), new TimeOnly(18, 0), new TimeOnly(9, 0))]);

        var refusal = await FluentActions.Awaiting(() => Send(new PublishCalendar(Admin, wrong))).Should().ThrowAsync<RuleBrokenException>();

        refusal.Which.Faults.Select(fault => fault.Where).Should().BeEquivalentTo("years[0].sources", "years[0].days[0]", "years[0].days[1].name", "officeHours");
        (await Overview()).Version.Should().Be(1);
    }

    [Fact]
    public async Task changes_office_hours_from_a_date_on()
    {
        await Send(new PublishCalendar(Admin, new CalendarChange(1, null, [new OfficeHoursView(new DateOnly(2026, 6, 1), new TimeOnly(8, 30), new TimeOnly(18, 0))])));

        var calendar = await Services.Get<CalendarStore>().Of(1, TestContext.Current.CancellationToken);
        calendar.ClosesAt(new DateOnly(2026, 5, 29)).Should().Be(Local("2026-05-29 17:30"));
        calendar.ClosesAt(new DateOnly(2026, 6, 1)).Should().Be(Local("2026-06-01 18:00"));
    }

    private async Task<Exception?> Try(CalendarChange change)
    {
        try
        {
            await Send(new PublishCalendar(Admin, change));
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}
