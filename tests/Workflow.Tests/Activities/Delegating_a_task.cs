using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Delegating_a_task
{
    private static LiveCase Delegated()
    {
        var live = ReviewFlow.Claimed();
        return live.Act(ReviewFlow.Day, "mei", new Stimulus.DelegateTask(live.Task("review").Id, "li"));
    }

    [Fact]
    public void gives_it_to_the_other_who_only_advises_and_it_comes_back()
    {
        var live = Delegated();
        live.Task("review").Assignee.Should().Be("li");

        live.Answer("review", "Reject", "2025-03-11 11:00", "li");

        live.IsOpen("decide").Should().BeFalse();
        var task = live.Task("review");
        task.Assignee.Should().Be("mei");
        task.Owner.Should().BeNull();
        task.Advice.Should().ContainSingle().Which.Should().Match<Advice>(advice => advice.By == "li" && advice.Outcome == "Reject");
    }

    [Fact]
    public void leaves_the_answer_to_who_delegated()
    {
        var live = Delegated().Answer("review", "Reject", "2025-03-11 11:00", "li").Answer("review", "Approve", "2025-03-11 12:00", "mei");

        live.Effects.OfType<Effect.TaskClosed>().Last().Outcome.Should().Be("Approve");
        live.State.Doers["review"].Should().Equal("mei");
    }

    [Fact]
    public void can_be_taken_back_by_who_delegated_only()
    {
        var live = Delegated();
        var id = live.Task("review").Id;
        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "li", new Stimulus.RecallTask(id))).Should().Be("TaskNotDelegated");

        live.Act(ReviewFlow.Day, "mei", new Stimulus.RecallTask(id)).Task("review").Assignee.Should().Be("mei");
    }

    [Fact]
    public void does_not_make_it_the_delegates_to_pass_on()
    {
        var live = Delegated();
        var id = live.Task("review").Id;

        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "li", new Stimulus.TransferTask(id, new TaskOffer(User: "chen")))).Should().Be("TaskDelegated");
        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "li", new Stimulus.DelegateTask(id, "chen"))).Should().Be("TaskDelegated");
        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "mei", new Stimulus.CompleteTask(id, "Approve"))).Should().Be("TaskAlreadyClaimed");
    }

    [Fact]
    public void does_not_restart_the_step_limit()
    {
        var before = ReviewFlow.Claimed().Task("review");

        Delegated().Task("review").StepDueAt.Should().Be(before.StepDueAt);
    }

    [Fact]
    public void is_refused_for_whom_four_eyes_bar()
    {
        var live = ReviewFlow.Open().Answer("review", "Approve", ReviewFlow.Day, "mei").Answer("site", "Seen", ReviewFlow.Day, "li");

        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "chen", new Stimulus.DelegateTask(live.Task("decide").Id, "clerk"))).Should().Be("FourEyes");
    }
}
