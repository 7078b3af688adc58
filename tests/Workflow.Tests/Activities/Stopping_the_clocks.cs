using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Stopping_the_clocks
{
    private static FlowText Flow(string type, object inputs, string over, string failed) => FlowText.Accepted()
        .Step("review", "Approval.ReviewTask", new { stepLimitDays = 4, outcomes = new[] { "Stop", "Approved" } })
        .Step("stop", type, inputs).Step("close", "Approval.CloseCase", new { decision = "Granted" }).Step("end", "Approval.CloseCase", new { decision = "Terminated" })
        .Link("clock", "Done", "review").Link("review", "Stop", "stop").Link("review", "Approved", "close").Link("stop", failed, "end").Back("stop", over, "review");

    private static readonly FlowText Correction = Flow("Approval.Correction", new { withinDays = 10, text = "the plan", basis = "32" }, "Supplied", "NotSupplied");

    private static LiveCase Stopped(FlowText flow) =>
        new LiveCase(flow).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk").Answer("review", "Stop", "2025-03-12 10:00", "wang");

    private static ClockReading Promised(LiveCase live) => Deadlines.Read(live.State.Clock!.Promised, China.Calendar, live.State.Clock.AcceptedAt);

    private static ClockReading Legal(LiveCase live) => Deadlines.Read(live.State.Clock!.Legal, China.Calendar, live.State.Clock.AcceptedAt);

    [Fact]
    public void leaves_no_due_moment_until_it_is_over()
    {
        var live = Stopped(Correction);
        Promised(live).DueAt.Should().BeNull();
        Promised(live).RemainingDays.Should().Be(4);

        live.Answer("stop", "Supplied", "2025-03-14 11:00", "clerk");

        // Days 12, 13 and 14 are lost.
        Promised(live).DueAt.Should().Be(China.At("2025-03-20 17:30"));
    }

    [Fact]
    public void by_a_correction_leaves_the_legal_clock_running()
    {
        var live = Stopped(Correction);

        Legal(live).DueAt.Should().NotBeNull();
    }

    [Theory]
    [InlineData("Hearing", true)]
    [InlineData("ExpertReview", true)]
    [InlineData("SiteVisit", false)]
    [InlineData("Publicity", false)]
    public void by_a_procedure_that_article_45_names_stops_the_legal_clock_too(string procedure, bool stopsLegal)
    {
        var live = Stopped(Flow("Approval.SpecialProcedure", new { withinDays = 20, procedure, basis = "45" }, "Ended", "Expired"));

        Legal(live).DueAt.HasValue.Should().Be(!stopsLegal);
    }

    [Fact]
    public void keeps_cause_basis_approver_document_and_an_end_of_its_own()
    {
        var stop = Stopped(Correction).State.Clock!.Events.OfType<ClockEvent.Stopped>().Single();

        stop.Should().BeEquivalentTo(new { Cause = "Correction", Basis = "32", Approver = "wang", Document = "the plan", EndsAt = China.At("2025-03-26 17:30") });
    }

    [Fact]
    public void ends_the_case_when_the_correction_is_not_supplied_in_time()
    {
        var live = Stopped(Correction).Pass("2025-03-26 17:30");
        live.State.Decision.Should().BeNull();

        live.Pass("2025-03-27 09:00");

        live.State.Decision.Should().Be(Decision.Terminated);
    }

    [Fact]
    public void arms_no_port_of_the_promise_while_it_lasts() =>
        Stopped(Correction).State.Timers.Select(timer => timer.Kind).Should().Equal(TimerKind.StopEnds);

    [Fact]
    public void never_uses_up_a_reviewers_limit()
    {
        var flow = FlowText.Accepted()
            .Step("fork", "Elsa.FlowFork", new { branches = new[] { "a", "b" } })
            .Step("review", "Approval.ReviewTask", new { stepLimitDays = 2, outcomes = new[] { "Done" } })
            .Step("stop", "Approval.Correction", new { withinDays = 10 }).Step("join", "Elsa.FlowJoin")
            .Link("clock", "Done", "fork").Link("fork", "a", "review").Link("fork", "b", "stop").Link("review", "Done", "join").Link("stop", "Supplied", "join");
        var live = new LiveCase(flow).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");
        live.Task("review").StepDueAt.Should().BeNull();

        live.Answer("stop", "Supplied", "2025-03-13 10:00", "clerk");

        live.Task("review").StepDueAt.Should().Be(China.At("2025-03-17 17:30"), "days 11, 12 and 13 are lost");
    }

    [Fact]
    public void starts_the_limit_anew_where_the_rule_says_so()
    {
        var live = Stopped(Flow("Approval.Correction", new { withinDays = 7, restartsLimit = true }, "Supplied", "NotSupplied"))
            .Answer("stop", "Supplied", "2025-03-14 11:00", "clerk");

        Promised(live).AcceptanceDay.Should().Be(new DateOnly(2025, 3, 14));
        Promised(live).DueAt.Should().Be(China.At("2025-03-21 17:30"));
    }

    [Fact]
    public void ends_with_a_return_to_before_it()
    {
        var live = Stopped(Correction);
        live.Act("2025-03-13 10:00", "clerk", new Stimulus.ReturnTo("review", live.Task("stop").Id));

        live.IsOpen("review").Should().BeTrue();
        Promised(live).DueAt.Should().Be(China.At("2025-03-19 17:30"), "days 12 and 13 are lost");
    }
}
