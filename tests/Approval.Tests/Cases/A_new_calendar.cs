using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
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
        (await Services.Get<CaseRecalculation>().RunAsync(1, 2, "test", Cancel)).Should().Be(0);
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

    /// <summary>A housing transfer accepted on Monday 2 March 2026, promised within 4 working days: due on Friday.</summary>
    private async Task<Guid> Accept()
    {
        var received = await Receive(HousingTransfer, "zhou.na");
        await Answer(received.OpenTasks[0], "Accepted", "zhou.na");
        return received.CaseId;
    }

    private async Task Publish(DateOnly dayOff)
    {
        var year = await Scalar<string>("select days::text from calendar_year where centre_id = 1 and year = 2026 order by version desc limit 1");
        var days = System.Text.Json.JsonSerializer.Deserialize<List<CalendarDay>>(year, ApprovalEngine.Approval.Persistence.JsonText.Options)!;
        await Send(new PublishCalendar(Admin, new CalendarChange(1, [new CalendarYearChange(2026, [.. days, new CalendarDay(dayOff, "off", true)], ["notice"])])));
    }
}
