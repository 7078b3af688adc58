using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Previewing_a_return
{
    [Fact]
    public void tells_what_it_would_cancel_open_and_keep_and_changes_nothing()
    {
        var live = ReviewFlow.Open();
        var before = live.State;

        var preview = ReturnPreview.Of(live.Flow, live.State, "clock", null, live.Context(ReviewFlow.Day, "wang"));

        preview.Cancelled.Select(task => task.ActivityId).Should().Equal("review", "site");
        preview.Opened.Select(task => task.ActivityId).Should().Equal("review", "site");
        preview.Kept.Should().BeEmpty();
        live.State.Should().BeSameAs(before);
    }

    [Fact]
    public void keeps_parallel_work_that_does_not_lie_forward_of_the_step()
    {
        var live = ReviewFlow.Claimed();
        live.Act(ReviewFlow.Day, "mei", new Stimulus.ReturnTo("review"));

        var preview = ReturnPreview.Of(live.Flow, live.State, "review", null, live.Context(ReviewFlow.Day, "wang"));

        preview.Cancelled.Select(task => task.ActivityId).Should().Equal("review");
        preview.Kept.Select(task => task.ActivityId).Should().Equal("site");
    }

    [Fact]
    public void names_the_steps_that_can_be_returned_to()
    {
        var live = ReviewFlow.Open().Answer("review", "Approve", ReviewFlow.Day, "mei").Answer("site", "Seen", ReviewFlow.Day, "li");

        ReturnPreview.Targets(live.Flow, live.State, live.Task("decide").Id, live.Context(ReviewFlow.Day, "wang")).Should().Equal("accept", "review", "site");

        var preview = ReturnPreview.Of(live.Flow, live.State, "site", live.Task("decide").Id, live.Context(ReviewFlow.Day, "wang"));
        preview.Cancelled.Select(task => task.ActivityId).Should().Equal("decide");
        preview.Opened.Select(task => task.ActivityId).Should().Equal("site");
    }
}
