using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class A_join
{
    [Theory]
    [InlineData("safe")]
    [InlineData(null)]
    public void continues_once_when_one_branch_ended_at_once_and_the_other_after_a_resume(string? mode)
    {
        // elsa-workflows/elsa-core#6763: the join's memory must survive saving.
        var trial = Trial.Of(new FlowDraft(mode: mode).Start().Fork("f", "L", "R").Line("l").Task("r").Join("j", "WaitAll").Line("after").Draw("start > f; f.L > l > j; f.R > r > j; j > after"));

        trial.Task("r").Lines.Should().Equal("after");
        trial.Runs["after"].Should().Be(1);
        trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }

    [Fact]
    public void in_safe_mode_waits_for_a_branch_that_is_reworked()
    {
        // In counter mode "correct this" skips the join, and the flow ends without its last steps.
        var trial = Trial.Of(new FlowDraft().Start().Fork("f", "L", "R").Task("l").Decision("d", "l").Task("r").Join("j", "WaitAll").Line("last")
            .Draw("start > f; f.L > l > d; d.False > l; d.True > j; f.R > r > j; j > last"));
        trial.Task("l", "no").Task("r").State.Status.Should().Be(FlowStatus.Running);

        trial.Task("l").Lines.Should().Equal("last");
    }

    [Fact]
    public void of_the_first_arrival_cancels_what_it_would_have_waited_for_inside_containers_too()
    {
        var trial = Trial.Of(new FlowDraft().Start().Fork("f", "L", "R").Task("l").Nest("s", "Sequence", new FlowDraft().Task("r1").Task("r2")).Join("j", "WaitAny").Task("last")
            .Draw("start > f; f.L > l > j; f.R > s > j; j > last"));
        trial.Task("r1").Open.Should().Equal("l", "r2");

        trial.Task("l").Open.Should().Equal("last");
    }
}
