using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>Safe rules 5 and 8.</summary>
public sealed class Returning_to_a_step
{
    [Fact]
    public void cancels_what_is_open_after_it_and_keeps_what_a_parallel_branch_answered()
    {
        var trial = Trial.Of(new FlowDraft().Start().Fork("f", "L", "R").Task("l1").Task("l2").Task("r").Join("j").Task("last")
            .Draw("start > f; f.L > l1 > l2 > j; f.R > r > j; j > last"));
        trial.Task("r").Task("l1").Open.Should().Equal("l2");

        trial.Return("l1").Open.Should().Equal("l1");

        trial.Task("l1").Task("l2").Open.Should().Equal("last");
        trial.Runs["r"].Should().Be(1);
    }

    [Fact]
    public void opens_a_closed_flowchart_again_at_that_step_with_its_variables()
    {
        var inner = new FlowDraft("inner", mode: null).OwnVariable("note", "String", "none").Line("begin").Set("keep", "note", "'kept'").Task("check").LineOf("say", "getVariable('note')")
            .Draw("begin > keep > check > say");
        var trial = Trial.Of(new FlowDraft().Start().Nest(inner).Task("decide").Draw("start > inner > decide"));
        trial.Task("check").Open.Should().Equal("decide");

        trial.Return("check");

        trial.Open.Should().Equal("check");
        trial.Lines.Should().BeEmpty();
        trial.Task("check").Lines.Should().Equal("kept");
        trial.Open.Should().Equal("decide");
    }

    [Fact]
    public void inside_a_flowchart_that_is_still_open_stays_inside_it()
    {
        var inner = new FlowDraft("inner", mode: null).Task("a").Task("b").Draw("a > b");
        var trial = Trial.Of(new FlowDraft().Start().Fork("f", "L", "R").Nest(inner).Task("other").Join("j").Draw("start > f; f.L > inner > j; f.R > other > j"));
        trial.Task("a").Open.Should().Equal("b", "other");

        trial.Return("a").Open.Should().Equal("a", "other");
    }

    [Fact]
    public void in_a_sequence_goes_back_along_it()
    {
        var trial = Trial.Of(new FlowDraft().Start().Nest("s", "Sequence", new FlowDraft().Task("a").Task("b").Task("c")).Task("z").Draw("start > s > z"));
        trial.Task("a").Task("b").Open.Should().Equal("c");

        trial.Return("a").Open.Should().Equal("a");
        trial.Task("a").Open.Should().Equal("b");
        trial.Task("b").Task("c").Open.Should().Equal("z");

        trial.Return("b").Open.Should().Equal("b");
        trial.Task("b").Task("c").Open.Should().Equal("z");
    }

    [Fact]
    public void of_a_parallel_that_has_ended_runs_the_whole_of_it_again()
    {
        var trial = Trial.Of(new FlowDraft().Start().Nest("p", "Parallel", new FlowDraft().Task("a").Task("b")).Task("z").Draw("start > p > z"));
        trial.Task("a").Task("b").Open.Should().Equal("z");

        trial.Return("b").Open.Should().Equal("a", "b");
    }

    [Fact]
    public void whose_branch_of_a_parallel_has_ended_while_another_is_open_runs_the_whole_of_it_again()
    {
        var trial = Trial.Of(new FlowDraft().Start().Nest("p", "Parallel", new FlowDraft().Task("a").Task("b")).Task("z").Draw("start > p > z"));
        trial.Task("a").Open.Should().Equal("b");

        trial.Return("a").Open.Should().Equal("a", "b");
        trial.Task("a").Task("b").Open.Should().Equal("z");
    }

    [Fact]
    public void inside_a_loop_stays_in_its_round()
    {
        var body = new FlowDraft().Nest("round", "Sequence", new FlowDraft().Task("a").LineOf("say", "`item ${getVariable('CurrentValue')}`").Task("b"));
        var trial = Trial.Of(new FlowDraft().Start().Body("each", "ForEach", body, ("items", FlowDraft.Script("Object", "['x', 'y']"))).Task("z").Draw("start > each > z"));
        trial.Task("a").Task("b").Task("a").Lines.Should().Equal("item y");

        trial.Return("a").Open.Should().Equal("a");
        trial.Task("a").Lines.Should().Equal("item y");
        trial.Task("b").Open.Should().Equal("z");
    }

    [Fact]
    public void that_has_not_run_is_refused()
    {
        var trial = Trial.Of(new FlowDraft().Start().Task("a").Task("b").Draw("start > a > b"));

        trial.Invoking(open => open.Return("b")).Should().Throw<ActRefusedException>().Which.Code.Should().Be("ReturnNotPossible");
    }

    [Fact]
    public void after_which_nothing_is_open_is_refused()
    {
        var trial = Trial.Of(new FlowDraft().Start().Fork("f", "L", "R").Task("l").Task("r").Join("j").Draw("start > f; f.L > l > j; f.R > r > j")).Task("l");

        trial.Invoking(open => open.Return("l")).Should().Throw<ActRefusedException>().Which.Code.Should().Be("ReturnNotPossible");
        trial.Open.Should().Equal("r");
    }

    [Fact]
    public void in_counter_mode_is_refused()
    {
        var trial = Trial.Of(new FlowDraft(mode: null).Start().Task("a").Task("b").Draw("start > a > b")).Task("a");

        trial.Invoking(open => open.Return("a")).Should().Throw<ActRefusedException>().Which.Code.Should().Be("ReturnNotPossible");
    }
}
