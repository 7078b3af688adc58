using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Withdrawing_an_act
{
    [Fact]
    public void restores_exactly_what_stood_before_it()
    {
        var live = ReviewFlow.Claimed().Answer("site", "Seen", ReviewFlow.Day, "chen");
        var before = live.State;
        var review = live.Task("review");
        live.Answer("review", "Approve", "2025-03-11 11:00", "mei");
        live.IsOpen("decide").Should().BeTrue();

        live.Act("2025-03-11 11:01", "mei", new Stimulus.Withdraw(before));

        FlowStateJson.Write(live.State with { Counters = before.Counters }).Should().Be(FlowStateJson.Write(before));
        live.Effects.OfType<Effect.TaskReopened>().Single().Task.Id.Should().Be(review.Id);
        live.Effects.OfType<Effect.TaskClosed>().Last().Should().Match<Effect.TaskClosed>(closed => closed.Task.ActivityId == "decide" && closed.End == TaskEnd.Withdrawn);
    }

    [Fact]
    public void never_gives_a_number_twice()
    {
        var live = ReviewFlow.Claimed().Answer("site", "Seen", ReviewFlow.Day, "chen");
        var before = live.State;
        live.Answer("review", "Approve", "2025-03-11 11:00", "mei");
        var number = live.Task("decide").Id;

        live.Act("2025-03-11 11:01", "mei", new Stimulus.Withdraw(before)).Answer("review", "Approve", "2025-03-11 11:02", "mei");

        live.Task("decide").Id.Should().BeGreaterThan(number);
    }

    [Fact]
    public void is_refused_when_somebody_has_begun_with_what_followed()
    {
        var live = ReviewFlow.Claimed().Answer("site", "Seen", ReviewFlow.Day, "chen");
        var before = live.State;
        live.Answer("review", "Approve", "2025-03-11 11:00", "mei");
        live.Act("2025-03-11 11:01", "wang", new Stimulus.ClaimTask(live.Task("decide").Id));

        ReviewFlow.Refusal(() => live.Act("2025-03-11 11:02", "mei", new Stimulus.Withdraw(before))).Should().Be("WithdrawalNotPossible");
    }

    [Fact]
    public void is_refused_when_the_case_was_accepted_or_closed_by_it()
    {
        var fresh = new LiveCase(ReviewFlow.Text());
        var received = fresh.State;
        fresh.Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");
        ReviewFlow.Refusal(() => fresh.Act("2025-03-10 10:01", "clerk", new Stimulus.Withdraw(received))).Should().Be("WithdrawalNotPossible");

        var live = ReviewFlow.Open().Answer("site", "Seen", ReviewFlow.Day, "chen").Answer("review", "Approve", ReviewFlow.Day, "mei");
        var before = live.State;
        live.Answer("decide", "Grant", "2025-03-11 12:00", "wang");
        ReviewFlow.Refusal(() => live.Act("2025-03-11 12:01", "wang", new Stimulus.Withdraw(before))).Should().Be("CaseEnded");
    }
}
