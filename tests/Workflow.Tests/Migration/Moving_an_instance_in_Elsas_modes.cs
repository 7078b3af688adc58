using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Migration;

public sealed class Moving_an_instance_in_Elsas_modes
{
    private static FlowDraft Draft(string mode, bool hasLine)
    {
        var draft = new FlowDraft(mode: mode).Start().Task("a").Task("b").Decision("again", "b").Line("end");
        return hasLine
            ? draft.Line("between").Draw("start > a > between > b > again.True > end; again.False > a")
            : draft.Draw("start > a > b > again.True > end; again.False > a");
    }

    [Theory]
    [InlineData("counter")]
    [InlineData("token")]
    public void lets_a_step_that_came_between_run_in_the_next_round(string mode)
    {
        var trial = Trial.Of(Draft(mode, hasLine: false)).Task("a").Migrate(Draft(mode, hasLine: true).Compile(), MigrationMapping.SameIds);

        trial.Task("b", "no").Task("a").Task("b", "no").Task("a").Task("b");

        trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);
        trial.Runs.Should().Contain(new KeyValuePair<string, int>("between", 2)).And.Contain(new KeyValuePair<string, int>("b", 3)).And.Contain(new KeyValuePair<string, int>("end", 1));
    }

    [Theory]
    [InlineData("counter")]
    [InlineData("token")]
    public void keeps_what_has_arrived_at_a_join(string mode)
    {
        var trial = Trial.Of(Joined(mode)).Task("a");
        var moved = Versions.Renamed(trial.Flow);

        trial.Migrate(moved, Versions.ToRenamed(trial.Flow)).Task("b");

        trial.Runs.Should().Contain(new KeyValuePair<string, int>("re-end", 1));
        trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }

    [Theory]
    [InlineData("counter")]
    [InlineData("token")]
    public void is_changed_by_no_migration_to_the_same(string mode)
    {
        var trial = Trial.Of(Joined(mode)).Task("a");
        var before = FlowStateJson.Write(trial.State);

        trial.Migrate(trial.Flow, MigrationMapping.SameIds);

        FlowStateJson.Write(trial.State).Should().Be(before);
    }

    private static FlowDraft Joined(string mode) => new FlowDraft(mode: mode).Start().Task("a").Task("b").Join("join", "WaitAll").Line("end")
        .Draw("start > a > join; start > b > join; join > end");
}
