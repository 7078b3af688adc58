using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Calendars;

/// <summary>Disclosure, article 30: the clarified request starts the limit anew.</summary>
public sealed class A_limit_that_starts_anew
{
    private static readonly ClockEvent[] Clarified =
    [
        Stop("2025-03-11 10:00", "clarify"),
        new ClockEvent.Resumed(China.At("2025-03-13 10:00"), "clarify"),
        new ClockEvent.Restarted(China.At("2025-03-13 10:00")),
    ];

    [Fact]
    public void counts_from_the_restart() => Due(Clarified).Should().Be(China.At("2025-03-20 17:30"));

    [Fact]
    public void still_stands_still_for_another_stop_that_lasts() => Due([Stop("2025-03-12 10:00", "hearing"), .. Clarified]).Should().BeNull();

    [Fact]
    public void gives_no_day_of_waiting_back_to_a_step_that_was_open_all_the_time()
    {
        var step = StepClock.Of(China.At("2025-03-10 10:00"), 3, Case(Clarified));

        // 11, 12 and 13 March are lost to the stop; 14, 17 and 18 count.
        Deadlines.Read(step, China.Calendar, step.StartedAt).DueAt.Should().Be(China.At("2025-03-18 17:30"));
    }

    private static DateTimeOffset? Due(params ClockEvent[] events) => Deadlines.Read(Case(events).Promised, China.Calendar, China.At("2025-03-14 10:00")).DueAt;

    private static CaseClock Case(params ClockEvent[] events) => new(China.At("2025-03-10 10:00"), Limit.Days(20), Limit.Days(5), [.. events]);

    private static ClockEvent.Stopped Stop(string at, string key) => new(China.At(at), key, StopsLegal: false, "Correction", null, null, null, null);
}
