using ApprovalEngine.Workflow.Activities.Approval;
using ApprovalEngine.Workflow.Runtime;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Countersigning
{
    private static FlowText Flow(string rule, int percent = 100, string seats = "=['A','B','C','A',' ']", string reopenFor = "All") => FlowText.Accepted()
        .Variable("answers", "Object")
        .Step("sign", "Approval.Countersign", new { seats, rule, percent, reopenFor, stepLimitDays = 3 }, resultVariable: "answers")
        .Step("yes", "Approval.ReviewTask", new { outcomes = new[] { "Close", "Back" } })
        .Step("no", "Approval.CloseCase", new { decision = "Refused" }).Step("close", "Approval.CloseCase", new { decision = "Granted" })
        .Link("clock", "Done", "sign").Link("sign", "Granted", "yes").Link("sign", "Refused", "no").Link("yes", "Close", "close").Back("yes", "Back", "sign");

    private static LiveCase Open(FlowText flow) => new LiveCase(flow).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

    private static LiveCase Sign(LiveCase live, string seat, string outcome) => live.Answer("sign", outcome, "2025-03-11 10:00", "person-" + seat, seat);

    [Fact]
    public void asks_every_seat_once_however_often_the_list_names_it() =>
        Open(Flow("All")).State.Tasks.Select(task => task.Seat).Should().Equal("A", "B", "C");

    [Fact]
    public void needs_all_and_ends_at_the_first_refusal()
    {
        Sign(Sign(Sign(Open(Flow("All")), "A", "Granted"), "B", "Granted"), "C", "Granted").IsOpen("yes").Should().BeTrue();

        var refused = Sign(Sign(Open(Flow("All")), "A", "Granted"), "B", "Refused");

        refused.State.Decision.Should().Be(Decision.Refused);
        refused.Effects.OfType<Effect.TaskClosed>().Single(closed => closed.Task.Seat == "C").End.Should().Be(TaskEnd.Cancelled);
    }

    [Fact]
    public void needs_any_and_goes_on_after_a_refusal()
    {
        var live = Sign(Open(Flow("Any")), "A", "Refused");
        live.State.Decision.Should().BeNull();

        Sign(live, "B", "Granted").IsOpen("yes").Should().BeTrue();
    }

    [Fact]
    public void needs_a_share_and_is_decided_as_soon_as_it_can_be_not_before()
    {
        // Half of three is two: one refusal leaves it open, two make it impossible.
        var live = Sign(Open(Flow("Share", 50)), "A", "Refused");
        live.State.Decision.Should().BeNull();

        Sign(live, "B", "Refused").State.Decision.Should().Be(Decision.Refused);
    }

    [Fact]
    public void asks_in_order_one_after_the_other()
    {
        var live = Open(Flow("InOrder"));
        live.State.Tasks.Select(task => task.Seat).Should().Equal("A");

        Sign(live, "A", "Granted").State.Tasks.Select(task => task.Seat).Should().Equal("B");
    }

    [Fact]
    public void offers_a_seat_to_a_person_when_it_names_one() =>
        Open(Flow("All", seats: "=['user:li','B']")).Task("sign", "user:li").Assignee.Should().Be("li");

    [Theory]
    [InlineData("=[]")]
    [InlineData("=['',' ']")]
    public void with_nobody_to_ask_is_an_incident_never_an_approval(string seats)
    {
        var live = Open(Flow("Any", seats: "=(x => x)(" + seats[1..] + ")"));

        live.State.Incidents.Should().ContainSingle().Which.ActivityId.Should().Be("sign");
        live.State.Decision.Should().BeNull();
        live.State.Status.Should().Be(FlowStatus.Running);
    }

    [Fact]
    public void asks_all_again_when_the_case_is_returned_to_it()
    {
        var live = Sign(Open(Flow("Any", reopenFor: "All")), "A", "Granted").Answer("yes", "Back", "2025-03-12 10:00");

        live.State.Tasks.Select(task => task.Seat).Should().Equal("A", "B", "C");
    }

    [Fact]
    public void asks_only_those_who_refused_where_the_step_says_so()
    {
        var live = Sign(Sign(Sign(Open(Flow("Share", 60, reopenFor: "Refused")), "A", "Refused"), "B", "Granted"), "C", "Granted")
            .Answer("yes", "Back", "2025-03-12 10:00");

        live.State.Tasks.Select(task => task.Seat).Should().Equal("A");
    }

    [Fact]
    public void rule_decides_exactly_when_no_further_answer_could_change_it() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 100], Gen.Int[0, 9], Gen.Int[0, 9]).Where((seats, _, granted, refused) => granted + refused <= seats)
            .Sample((seats, percent, granted, refused) =>
            {
                var rule = CountersignRule.Of("Share", percent);
                var open = seats - granted - refused;
                var needed = Math.Max(1, (int)Math.Ceiling(seats * (decimal)percent / 100));
                bool? expected = granted >= needed ? true : granted + open < needed ? false : null;
                return rule.Decide(seats, granted, refused) == expected;
            });
}
