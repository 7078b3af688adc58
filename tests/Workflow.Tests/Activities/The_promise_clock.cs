using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class The_promise_clock
{
    private static readonly FlowText Flow = FlowText.Accepted()
        .Step("review", "Approval.ReviewTask", new { outcomes = new[] { "Approved", "Again" } })
        .Step("soon", "Elsa.WriteLine", new { text = "soon" }).Step("late", "Elsa.WriteLine", new { text = "late" })
        .Step("close", "Approval.CloseCase", new { decision = "Granted" })
        .Link("clock", "Done", "review").Link("clock", "DueSoon", "soon").Link("clock", "Overdue", "late")
        .Link("review", "Approved", "close").Back("review", "Again", "clock");

    private static LiveCase Accepted() => new LiveCase(Flow, promised: 5).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

    [Fact]
    public void fires_DueSoon_when_most_of_the_days_are_used_and_Overdue_just_after_the_due_moment()
    {
        var live = Accepted();
        live.State.Timers.Select(timer => (timer.Kind, timer.DueAt)).Should().BeEquivalentTo(
        [
            (TimerKind.DueSoon, China.At("2025-03-17 09:00")),
            (TimerKind.Overdue, China.At("2025-03-17 17:30").AddMicroseconds(1)),
        ]);

        live.Pass("2025-03-18 09:00");

        live.Effects.OfType<Effect.LineWritten>().Select(line => line.Text).Should().Equal("soon", "late");
        live.IsOpen("review").Should().BeTrue("the ports fire beside the running flow");
    }

    [Fact]
    public void neither_restarts_nor_fires_twice_when_it_is_passed_again()
    {
        var live = Accepted().Pass("2025-03-17 12:00").Answer("review", "Again", "2025-03-17 13:00").Pass("2025-03-25 09:00");

        live.State.Clock!.AcceptedAt.Should().Be(China.At("2025-03-10 10:00"));
        live.Effects.OfType<Effect.LineWritten>().Select(line => line.Text).Should().Equal("soon", "late");
    }

    [Fact]
    public void keeps_an_act_at_the_due_moment_itself_in_time()
    {
        var live = Accepted().Answer("review", "Approved", "2025-03-17 17:30");

        live.Effects.OfType<Effect.LineWritten>().Select(line => line.Text).Should().Equal("soon");
        live.State.Decision.Should().Be(Decision.Granted);
    }

    [Fact]
    public void moves_with_an_extension_and_with_it_the_ports()
    {
        var live = Accepted().Act("2025-03-14 10:00", "head", new Stimulus.ExtendLimit(5, "complex"));

        live.State.Timers.Single(timer => timer.Kind == TimerKind.Overdue).DueAt.Should().Be(China.At("2025-03-24 17:30").AddMicroseconds(1));
    }

    [Fact]
    public void cannot_be_extended_once_its_due_moment_has_passed()
    {
        var act = () => Accepted().Act("2025-03-18 10:00", "head", new Stimulus.ExtendLimit(5, "complex"));

        act.Should().Throw<ActRefusedException>().Which.Code.Should().Be("ExtensionTooLate");
    }

    [Fact]
    public void ends_with_the_case()
    {
        var live = Accepted().Answer("review", "Approved", "2025-03-12 10:00");

        live.State.Timers.Should().BeEmpty();
        live.State.Status.Should().Be(FlowStatus.Finished);
    }
}
