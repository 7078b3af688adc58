using ApprovalEngine.Workflow.Calendars;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Calendars;

/// <summary>The calendars end with 2026; what needs 2027 is named, what does not need it stays known.</summary>
public sealed class A_year_without_a_calendar
{
    private static readonly Clock ReachesBeyond = new(China.At("2026-12-15 10:00"), Limit.Days(20), 0, []);

    [Fact]
    public void leaves_the_due_moment_unknown_and_is_named()
    {
        var reading = Read(ReachesBeyond, "2026-12-18 12:00");

        reading.DueAt.Should().BeNull();
        reading.MissingYear.Should().Be(2027);
    }

    [Fact]
    public void does_not_hide_the_days_used_before_it()
    {
        var closed = Read(ReachesBeyond, "2026-12-18 12:00");

        closed.UsedDays.Should().Be(3);
        closed.IsOnTime.Should().BeTrue();
    }

    [Fact]
    public void does_not_hide_that_a_clock_stands_still()
    {
        var stopped = Read(ReachesBeyond with { Suspensions = [new Suspension(China.At("2026-12-17 10:00"), null)] }, "2026-12-21 12:00");

        stopped.IsStopped.Should().BeTrue();
        stopped.RemainingDays.Should().Be(19);
        stopped.AcceptanceDay.Should().Be(new DateOnly(2026, 12, 15));
    }

    [Fact]
    public void comes_into_play_only_when_the_due_moment_reaches_it() =>
        Read(ReachesBeyond with { Limit = Limit.Days(5) }, "2026-12-18 12:00").DueAt.Should().Be(China.At("2026-12-22 17:30"));

    private static ClockReading Read(Clock clock, string at) => Deadlines.Read(clock, China.Calendar, China.At(at));
}
