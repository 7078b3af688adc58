using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Urging_and_handing_over
{
    [Fact]
    public void urging_is_counted_once_a_day_and_three_times_in_all()
    {
        var live = ReviewFlow.Claimed();
        var id = live.Task("review").Id;
        var urge = new Stimulus.UrgeTask(id);

        live.Act("2025-03-11 10:00", "wang", urge);
        ReviewFlow.Refusal(() => live.Act("2025-03-11 16:00", "wang", urge)).Should().Be("UrgedToday");
        live.Act("2025-03-12 10:00", "wang", urge).Act("2025-03-13 10:00", "wang", urge);

        ReviewFlow.Refusal(() => live.Act("2025-03-14 10:00", "wang", urge)).Should().Be("UrgedEnough");
        live.Task("review").Urged.Should().Be(3);
        live.Effects.OfType<Effect.TaskUrged>().Should().HaveCount(3);
    }

    [Fact]
    public void handing_over_moves_what_is_held_delegated_and_to_be_signed()
    {
        var live = ReviewFlow.Claimed();
        live.Act(ReviewFlow.Day, "mei", new Stimulus.AddSigner(live.Task("review").Id, "li", SignerPlace.Before));
        live.Act(ReviewFlow.Day, "mei", new Stimulus.DelegateTask(live.State.Tasks.Single(task => task.ActivityId == "review" && task.Parent is null).Id, "chen"));

        live.Act(ReviewFlow.Day, "system/hand-over", new Stimulus.ReplacePerson("mei", "zhao")).Act(ReviewFlow.Day, "system/hand-over", new Stimulus.ReplacePerson("li", "sun"));

        live.State.Tasks.Single(task => task.Owner is not null).Owner.Should().Be("zhao");
        live.State.Tasks.Single(task => task.Parent is not null).Assignee.Should().Be("sun");
    }

    [Fact]
    public void handing_over_leaves_nobody_to_sign_beside_the_own_answer()
    {
        var live = ReviewFlow.Claimed();
        live.Act(ReviewFlow.Day, "mei", new Stimulus.AddSigner(live.Task("review").Id, "li", SignerPlace.Beside));
        live.Act(ReviewFlow.Day, "mei", new Stimulus.CompleteTask(live.State.Tasks.Single(task => task.ActivityId == "review" && task.Parent is null).Id, "Approve"));

        live.Act(ReviewFlow.Day, "system/hand-over", new Stimulus.ReplacePerson("li", "mei"));

        live.IsOpen("review").Should().BeFalse("the answer that waited for li takes effect");
    }

    [Fact]
    public void handing_over_a_delegated_task_to_its_delegate_leaves_it_the_delegates_own()
    {
        var live = ReviewFlow.Claimed();
        live.Act(ReviewFlow.Day, "mei", new Stimulus.DelegateTask(live.Task("review").Id, "chen"));

        live.Act(ReviewFlow.Day, "system/hand-over", new Stimulus.ReplacePerson("mei", "chen"));

        live.Task("review").Should().Match<OpenTask>(task => task.Owner == null && task.Assignee == "chen");
    }

    [Fact]
    public void nobody_who_is_barred_takes_a_task_by_delegating_it_or_adding_a_signer()
    {
        var live = ReviewFlow.Open().Answer("site", "Seen", ReviewFlow.Day, "chen").Answer("review", "Approve", ReviewFlow.Day, "mei");
        var decide = live.Task("decide").Id;

        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "clerk", new Stimulus.DelegateTask(decide, "wang"))).Should().Be("FourEyes");
        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "clerk", new Stimulus.AddSigner(decide, "wang", SignerPlace.Before))).Should().Be("FourEyes");
    }

    [Fact]
    public void handing_over_to_somebody_barred_puts_the_task_back_on_offer()
    {
        var live = ReviewFlow.Open().Answer("site", "Seen", ReviewFlow.Day, "chen").Answer("review", "Approve", ReviewFlow.Day, "mei");
        live.Act(ReviewFlow.Day, "wang", new Stimulus.ClaimTask(live.Task("decide").Id));

        live.Act(ReviewFlow.Day, "system/hand-over", new Stimulus.ReplacePerson("wang", "clerk"));

        live.Task("decide").Assignee.Should().BeNull();
    }

    [Fact]
    public void a_deputy_acts_for_the_absent_and_both_are_kept()
    {
        var live = ReviewFlow.Claimed();
        live.OnBehalfOf = "mei";

        live.Answer("review", "Approve", ReviewFlow.Day, "li");

        live.State.Doers["review"].Should().Equal("li", "mei");
    }

    [Fact]
    public void a_deputy_of_somebody_barred_is_barred_too()
    {
        var live = ReviewFlow.Open().Answer("site", "Seen", ReviewFlow.Day, "chen").Answer("review", "Approve", ReviewFlow.Day, "mei");
        live.OnBehalfOf = "clerk";

        ReviewFlow.Refusal(() => live.Answer("decide", "Grant", ReviewFlow.Day, "wang")).Should().Be("FourEyes");
    }
}
