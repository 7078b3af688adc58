using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Adding_a_signer
{
    private static LiveCase With(SignerPlace place)
    {
        var live = ReviewFlow.Claimed();
        return live.Act(ReviewFlow.Day, "mei", new Stimulus.AddSigner(Own(live).Id, "li", place));
    }

    private static OpenTask Own(LiveCase live) => live.State.Tasks.Single(task => task.ActivityId == "review" && task.Parent is null);

    private static OpenTask Part(LiveCase live) => live.State.Tasks.Single(task => task.Parent is not null);

    private static LiveCase Sign(LiveCase live, string outcome) => live.Act("2025-03-11 11:00", "li", new Stimulus.CompleteTask(Part(live).Id, outcome));

    private static LiveCase Answer(LiveCase live) => live.Act("2025-03-11 12:00", "mei", new Stimulus.CompleteTask(Own(live).Id, "Approve"));

    private static bool IsAnswered(LiveCase live) => live.State.Tasks.All(task => task.ActivityId != "review");

    [Fact]
    public void before_keeps_the_task_from_being_answered_until_it_is_signed()
    {
        var live = With(SignerPlace.Before);
        ReviewFlow.Refusal(() => Answer(live)).Should().Be("SignerFirst");

        IsAnswered(Answer(Sign(live, "Agreed"))).Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void beside_lets_both_answer_in_any_order(bool isSignerFirst)
    {
        var live = With(SignerPlace.Beside);

        _ = isSignerFirst ? Sign(live, "Disagreed") : Answer(live);
        IsAnswered(live).Should().BeFalse();
        _ = isSignerFirst ? Answer(live) : Sign(live, "Disagreed");

        IsAnswered(live).Should().BeTrue();
        live.State.Doers["review"].Should().Equal("mei");
    }

    [Fact]
    public void after_opens_when_the_task_is_answered_and_the_step_goes_on_when_it_is_signed()
    {
        var live = With(SignerPlace.After);
        live.State.Tasks.Should().NotContain(task => task.Parent != null);

        Answer(live);
        Part(live).Assignee.Should().Be("li");
        ReviewFlow.Refusal(() => Answer(live)).Should().Be("TaskAnswered");

        IsAnswered(Sign(live, "Agreed")).Should().BeTrue();
    }

    [Fact]
    public void after_who_disagrees_gives_the_task_back()
    {
        var live = Sign(Answer(With(SignerPlace.After)), "Disagreed");

        IsAnswered(live).Should().BeFalse();
        Own(live).Assignee.Should().Be("mei");
        Own(live).Held.Should().BeNull();
        Own(live).Advice.Should().ContainSingle(advice => advice.By == "li" && advice.Outcome == "Disagreed");
        IsAnswered(Answer(live)).Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void counts_also_where_the_answer_that_it_lets_go_on_fails_afterwards(bool isSigned)
    {
        var live = new LiveCase(FlowText.Accepted()
            .Step("review", "Approval.ReviewTask", new { outcomes = new[] { "Approve" } })
            .Step("bad", "Elsa.WriteLine", new { text = "=throw new Error('no')" })
            .Link("clock", "Done", "review").Link("review", "Approve", "bad"));
        live.Answer("accept", "Accepted", "2025-03-10 10:00", "clerk").Act("2025-03-10 11:00", "mei", new Stimulus.ClaimTask(live.Task("review").Id));
        Answer(live.Act(ReviewFlow.Day, "mei", new Stimulus.AddSigner(Own(live).Id, "li", SignerPlace.After)));

        _ = isSigned ? Sign(live, "Agreed") : live.Act("2025-03-11 13:00", "mei", new Stimulus.RemoveSigner(Own(live).Id, "li"));

        live.State.Incidents.Should().ContainSingle().Which.ActivityId.Should().Be("bad");
        live.State.Doers["review"].Should().Equal("mei");
        live.Task("bad").Kind.Should().Be(TaskKind.Incident);
    }

    [Theory]
    [InlineData(SignerPlace.Before)]
    [InlineData(SignerPlace.Beside)]
    [InlineData(SignerPlace.After)]
    public void can_be_undone_and_blocks_nothing_then(SignerPlace place)
    {
        var live = With(place);

        live.Act("2025-03-11 11:30", "mei", new Stimulus.RemoveSigner(Own(live).Id, "li"));

        IsAnswered(Answer(live)).Should().BeTrue();
        live.State.Tasks.Should().NotContain(task => task.Parent != null);
    }

    [Fact]
    public void who_is_taken_away_last_lets_a_held_answer_take_effect()
    {
        var live = Answer(With(SignerPlace.Beside));

        live.Act("2025-03-11 13:00", "mei", new Stimulus.RemoveSigner(Own(live).Id, "li"));

        IsAnswered(live).Should().BeTrue();
    }

    [Fact]
    public void ends_with_the_task_when_a_return_cancels_it()
    {
        var live = ReviewFlow.Open();
        live.Answer("site", "Seen", ReviewFlow.Day, "chen").Answer("review", "Approve", ReviewFlow.Day, "mei");
        live.Act("2025-03-12 10:00", "wang", new Stimulus.ClaimTask(live.Task("decide").Id));
        live.Act("2025-03-12 10:00", "wang", new Stimulus.AddSigner(live.Task("decide").Id, "li", SignerPlace.Before));

        live.Act("2025-03-12 11:00", "wang", new Stimulus.ReturnTo("review"));

        live.State.Tasks.Select(task => task.ActivityId).Should().Equal("review");
        live.Effects.OfType<Effect.TaskClosed>().Where(closed => closed.Task.ActivityId == "decide").Should().HaveCount(2).And.OnlyContain(closed => closed.End == TaskEnd.Returned);
    }

    [Fact]
    public void ends_when_the_task_is_transferred()
    {
        var live = With(SignerPlace.Before);
        live.Act("2025-03-11 10:50", "mei", new Stimulus.AddSigner(Own(live).Id, "wang", SignerPlace.After));

        live.Act("2025-03-11 11:00", "mei", new Stimulus.TransferTask(Own(live).Id, new TaskOffer(User: "chen")));

        var task = Own(live);
        live.State.Tasks.Should().NotContain(one => one.Parent == task.Id);
        (task.Assignee, task.SignersAfter.Length).Should().Be(("chen", 0));
        live.Effects.OfType<Effect.TaskClosed>().Should().ContainSingle(closed => closed.Task.Assignee == "li" && closed.End == TaskEnd.Cancelled);
        live.Act("2025-03-11 11:30", "chen", new Stimulus.CompleteTask(task.Id, "Approve"));
        IsAnswered(live).Should().BeTrue("nobody is waited for any more");
    }

    [Fact]
    public void stays_where_the_task_comes_with_all_of_somebodys_work()
    {
        var live = With(SignerPlace.Before);

        live.Act("2025-03-11 11:00", "mei", new Stimulus.TransferTask(Own(live).Id, new TaskOffer(User: "chen"), KeepsSigners: true));

        Own(live).Assignee.Should().Be("chen");
        Part(live).Assignee.Should().Be("li");
    }

    [Fact]
    public void is_refused_twice_for_the_same_person()
    {
        var live = With(SignerPlace.Before);

        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "mei", new Stimulus.AddSigner(Own(live).Id, "li", SignerPlace.After))).Should().Be("SignerThere");
        ReviewFlow.Refusal(() => live.Act(ReviewFlow.Day, "mei", new Stimulus.AddSigner(Own(live).Id, "mei", SignerPlace.After))).Should().Be("SignerThere");
    }
}
