using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>Points 12 to 16 of the conformance notes, each in the smallest flow that shows it.</summary>
public sealed class Token_mode
{
    private static FlowDraft Draft() => new FlowDraft(mode: "token").Start();

    /// <summary>A short branch and a long one that meet.</summary>
    private static FlowDraft Uneven(string? merging)
    {
        var draft = Draft().Fork("f", "L", "R").Line("l").Line("r1").Line("r2").Line("meet");
        return (merging is null ? draft : draft.Merging(merging)).Line("behind").Draw("start > f; f.L > l > meet; f.R > r1 > r2 > meet; meet > behind");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Stream")]
    [InlineData("unheard of")]
    public void streams_every_arrival_of_an_uneven_branch_and_all_behind_it(string? merging) =>
        Trial.Of(Uneven(merging)).Lines.Should().Equal("l", "r1", "meet", "r2", "behind", "meet", "behind");

    [Fact]
    public void streams_even_branches_once() =>
        Trial.Of(Draft().Fork("f", "L", "R").Line("l").Line("r").Line("meet").Draw("start > f; f.L > l > meet; f.R > r > meet")).Lines.Should().Equal("l", "r", "meet");

    [Theory]
    [InlineData("Merge")]
    [InlineData("merge")]
    [InlineData("Converge")]
    public void merges_when_a_token_waits_on_every_connection(string merging)
    {
        var trial = Trial.Of(Uneven(merging));

        trial.Lines.Should().Equal("l", "r1", "r2", "meet", "behind");
        trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }

    [Theory]
    [InlineData("Merge")]
    [InlineData("Converge")]
    public void hangs_at_a_merge_whose_other_path_is_dead(string merging)
    {
        var trial = Trial.Of(Draft().Variable("v", "String", "no").Fork("f", "L", "R").Line("l").Decision("d", "v").Line("meet").Merging(merging)
            .Draw("start > f; f.L > l > meet; f.R > d; d.True > meet"));

        trial.Lines.Should().Equal("l");
        trial.State.SubStatus.Should().Be(FlowSubStatus.Suspended);
        trial.Open.Should().BeEmpty();
    }

    [Fact]
    public void lets_a_merge_with_one_way_in_run_again_over_a_connection_back() =>
        Trial.Of(Draft().Variable("n", "Int32", "0").Set("head", "n", "variables.n + 1").Merging("Merge").Add("d", "FlowDecision", ("condition", FlowDraft.Script("Boolean", "variables.n < 3")))
            .LineOf("end", "variables.n").Draw("start > head > d; d.True > head; d.False > end")).Lines.Should().Equal("3");

    [Fact]
    public void never_starts_a_loop_whose_head_converges()
    {
        var trial = Trial.Of(Draft().Line("head").Merging("Converge").Task("again").Draw("start > head > again > head"));

        trial.Lines.Should().BeEmpty();
        trial.State.SubStatus.Should().Be(FlowSubStatus.Suspended);
    }

    [Fact]
    public void cascades_to_the_first_arrival_and_eats_the_others_which_then_keep_it_from_ending()
    {
        var trial = Trial.Of(Uneven("Cascade"));

        trial.Lines.Should().Equal("l", "r1", "meet", "r2", "behind");
        trial.State.SubStatus.Should().Be(FlowSubStatus.Suspended);
    }

    [Fact]
    public void eats_over_a_blocked_connection_until_the_target_completes_again()
    {
        // The right's answer blocks the left; what has eaten one token goes on eating, for it is cleared away only when the target completes.
        var trial = Trial.Of(Draft().Fork("f", "L", "R").Task("l").Task("r").Line("meet").Merging("Cascade").Draw("start > f; f.L > l > meet; f.R > r > meet; meet > l"));
        trial.Task("r").Lines.Should().Equal("meet");

        trial.Task("l").Lines.Should().BeEmpty();
        trial.Task("l").Lines.Should().BeEmpty();
        trial.State.SubStatus.Should().Be(FlowSubStatus.Suspended);
    }

    [Fact]
    public void races_to_the_first_arrival_and_cancels_what_waits_before_it()
    {
        var trial = Trial.Of(Draft().Fork("f", "L", "R").Task("l").Task("r").Line("meet").Merging("Race").Draw("start > f; f.L > l > meet; f.R > r > meet"));

        trial.Task("r").Lines.Should().Equal("meet");
        trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }

    [Theory]
    [InlineData("'Wait' + 'Any'", true)]
    [InlineData("'WaitAll'", false)]
    [InlineData("'WaitAllActive'", false)]
    [InlineData("null", false)]
    public void reads_a_joins_mode_from_any_expression(string script, bool runsAtOnce)
    {
        var trial = Trial.Of(Draft().Fork("f", "L", "R").Task("l").Task("r").Add("j", "FlowJoin", ("mode", FlowDraft.Script("FlowJoinMode", script))).Line("meet")
            .Draw("start > f; f.L > l > j; f.R > r > j; j > meet"));

        trial.Task("l").Lines.Should().HaveCount(runsAtOnce ? 1 : 0);
    }

    [Fact]
    public void ignores_a_merge_mode_on_a_join() =>
        Trial.Of(Draft().Fork("f", "L", "R").Line("l").Line("r1").Line("r2").Join("j", "WaitAll").Merging("Stream").Line("meet")
            .Draw("start > f; f.L > l > j; f.R > r1 > r2 > j; j > meet")).Lines.Should().Equal("l", "r1", "r2", "meet");

    [Fact]
    public void takes_doubled_connections_for_one() =>
        Trial.Of(Draft().Line("a").Line("b").Draw("start > a; a > b; a > b")).Lines.Should().Equal("a", "b");

    [Fact]
    public void keeps_its_tokens_over_waits()
    {
        var trial = Trial.Of(Draft().Fork("f", "L", "R").Task("l").Task("r").Line("meet").Merging("Merge").Draw("start > f; f.L > l > meet; f.R > r > meet"));

        trial.Task("l").Lines.Should().BeEmpty();
        trial.Task("r").Lines.Should().Equal("meet");
    }

    [Fact]
    public void completes_at_once_at_an_end() =>
        Trial.Of(Draft().Fork("f", "L", "R").Task("l").End().Draw("start > f; f.L > l; f.R > end")).State.SubStatus.Should().Be(FlowSubStatus.Finished);
}
