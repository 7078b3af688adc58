using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;

namespace Approval.Tests.Clocks;

public sealed class A_missing_year(PostgresServer server) : CalendarTest(server)
{
    [Theory]
    [InlineData("2026-09-30 23:59", null)]
    [InlineData("2026-10-01 00:00", 2027)]
    [InlineData("2027-01-04 09:00", 2027)]
    public async Task is_warned_of_from_the_first_of_october_on(string now, int? missing)
    {
        Services.Time.SetUtcNow(Local(now));

        (await Overview()).MissingYear.Should().Be(missing);
    }

    [Fact]
    public async Task is_named_when_asked_for() =>
        await FluentActions.Awaiting(() => Send(new GetCalendarYear(Admin, 2027))).Should().ThrowAsync<NotFoundException>().WithMessage("*2027*");
}
