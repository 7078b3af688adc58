using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Contracts.Accounts;

namespace Approval.Tests.Clocks;

public sealed class A_year_without_a_calendar(PostgresServer server) : CalendarTest(server)
{
    [Fact]
    public async Task stands_at_the_bell_of_administrators_of_the_whole_centre_from_october_on()
    {
        (await Send(new MyDuties(Admin))).Should().BeEmpty();

        Services.Time.Advance(new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.Zero) - Services.Time.GetUtcNow());

        (await Send(new MyDuties(Admin))).Should().Equal(new DutyView("Calendar", 1, "2027"));
        (await Send(new MyDuties(await AccessOf("supervisor")))).Should().BeEmpty();
    }
}
