using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class Waiting_for_a_moment
{
    private static FlowDraft Race() => new FlowDraft().Start().Fork("f", "L", "R").Task("answer").Add("wait", "Delay", ("timeSpan", FlowDraft.Literal("TimeSpan", "02:00:00")))
        .Join("first", "WaitAny").Line("last").Draw("start > f; f.L > answer > first; f.R > wait > first; first > last");

    [Fact]
    public void arms_a_timer_for_it()
    {
        var trial = Trial.Of(Race());

        var timer = trial.State.Timers.Should().ContainSingle().Which;
        timer.DueAt.Should().Be(trial.Now.AddHours(2));
        trial.Effects.Should().Contain(new Effect.TimerSet(timer));
    }

    [Fact]
    public void goes_on_when_it_has_come_and_not_before()
    {
        var trial = Trial.Of(Race());
        var key = trial.State.Timers[0].Key;

        trial.Do(new Stimulus.TimerDue(key)).Matched.Should().Be(0);
        trial.Now = trial.Now.AddHours(2);
        trial.Do(new Stimulus.TimerDue(key)).Lines.Should().Equal("last");

        trial.Effects.Should().Contain(new Effect.TimerDropped(key));
        trial.Do(new Stimulus.TimerDue(key)).Matched.Should().Be(0);
    }

    [Fact]
    public void that_is_not_waited_for_any_more_drops_the_timer()
    {
        var trial = Trial.Of(Race());
        var key = trial.State.Timers[0].Key;

        trial.Task("answer");

        trial.Effects.Should().Contain(new Effect.TimerDropped(key));
        trial.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void keeps_its_timer_over_other_steps_without_telling_it_again()
    {
        var trial = Trial.Of(Race());

        trial.Do(new Stimulus.Recalculate());

        trial.State.Timers.Should().ContainSingle();
        trial.Effects.OfType<Effect.TimerSet>().Should().BeEmpty();
    }

    [Fact]
    public void that_has_passed_does_not_wait()
    {
        var trial = Trial.Of(new FlowDraft().Start().Add("at", "StartAt", ("dateTime", FlowDraft.Literal("DateTimeOffset", "2026-01-05T08:00:00Z"))).Line("last").Draw("start > at > last"));

        trial.Lines.Should().Equal("last");
    }
}
