using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Activities;
using ApprovalEngine.Workflow.Tests.Calendars;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Migration;

public sealed class Moving_a_case_to_another_version
{
    private static FlowText Flow(string review = "review", int? limit = 3, string clock = "clock") => new FlowText()
        .Step("start", "Elsa.Start").Step("accept", "Approval.AcceptApplication").Step(clock, "Approval.PromiseClock")
        .Step(review, "Approval.ReviewTask", new { outcomes = new[] { "Approved", "Refused" }, stepLimitDays = limit })
        .Step("soon", "Elsa.WriteLine", new { text = "soon" }).Step("late", "Elsa.WriteLine", new { text = "late" }).Step("slow", "Elsa.WriteLine", new { text = "slow" })
        .Step("close", "Approval.CloseCase", new { decision = "Granted" })
        .Link("start", "Done", "accept").Link("accept", "Accepted", clock).Link(clock, "Done", review).Link(clock, "DueSoon", "soon").Link(clock, "Overdue", "late")
        .Link(review, "Approved", "close").Link(review, "Overdue", "slow");

    private static LiveCase InReview(FlowText? flow = null) => new LiveCase(flow ?? Flow()).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

    private static IEnumerable<string> Lines(LiveCase live) => live.Effects.OfType<Effect.LineWritten>().Select(line => line.Text);

    [Fact]
    public void keeps_number_holder_and_opening_of_a_claimed_task()
    {
        var live = InReview();
        live.Act("2025-03-11 09:00", "lin", new Stimulus.ClaimTask(live.Task("review").Id));
        var before = live.Task("review");

        live.Migrate("2025-03-11 10:00", Flow(review: "check"), MigrationMapping.SameIds.With("review", "check"));

        live.Task("check").Should().BeEquivalentTo(before with { ActivityId = "check" });
        live.Answer("check", "Approved", "2025-03-11 11:00", "lin").State.Decision.Should().Be(Decision.Granted);
    }

    [Fact]
    public void fires_no_port_again_that_has_fired()
    {
        var live = InReview().Pass("2025-03-18 12:00");
        Lines(live).Should().Equal("slow", "soon", "late");

        live.Migrate("2025-03-18 13:00", Flow(review: "check", clock: "promise"), MigrationMapping.SameIds.With("review", "check").With("clock", "promise")).Pass("2025-05-30 12:00");

        Lines(live).Should().Equal("slow", "soon", "late");
        live.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void lets_a_port_fire_that_has_not_at_its_old_moment()
    {
        var live = InReview(Flow(limit: null)).Pass("2025-03-17 12:00").Migrate("2025-03-17 13:00", Flow(limit: null, clock: "promise"), MigrationMapping.SameIds.With("clock", "promise"));

        live.State.Timers.Should().ContainSingle().Which.DueAt.Should().Be(China.At("2025-03-17 17:30").AddMicroseconds(1));
        Lines(live.Pass("2025-03-18 12:00")).Should().Equal("soon", "late");
    }

    [Fact]
    public void reckons_a_new_step_limit_from_the_opening_of_the_task()
    {
        var live = InReview().Migrate("2025-03-12 10:00", Flow(limit: 8));

        live.Task("review").StepDueAt.Should().Be(China.At("2025-03-20 17:30"));
        live.State.Timers.Should().Contain(timer => timer.Kind == TimerKind.StepLimit && timer.DueAt == China.At("2025-03-20 17:30").AddMicroseconds(1));
    }

    [Fact]
    public void keeps_a_stopped_clock_stopped_and_counts_its_days_afterwards()
    {
        static FlowText Stopped(string name) => FlowText.Accepted()
            .Step("ask", "Approval.Correction", new { withinDays = 10 }).Step(name, "Approval.ReviewTask", new { stepLimitDays = 2 })
            .Link("clock", "Done", "ask").Link("ask", "Supplied", name);
        var moved = InReview(Stopped("review")).Migrate("2025-03-11 10:00", Stopped("check"));
        var stayed = InReview(Stopped("review"));

        moved.State.Clock!.Promised.Suspensions.Should().ContainSingle().Which.To.Should().BeNull();
        moved.Answer("ask", "Supplied", "2025-03-14 10:00");
        stayed.Answer("ask", "Supplied", "2025-03-14 10:00");

        moved.State.Clock!.Events.Should().Equal(stayed.State.Clock!.Events);
        moved.State.Timers.Select(timer => timer.DueAt).Should().Equal(stayed.State.Timers.Select(timer => timer.DueAt));
    }

    [Fact]
    public void offers_only_answers_that_the_new_version_knows()
    {
        var other = FlowText.Accepted().Step("review", "Approval.ReviewTask", new { outcomes = new[] { "Yes", "No" } }).Step("close", "Approval.CloseCase", new { decision = "Granted" })
            .Link("clock", "Done", "review").Link("review", "Yes", "close");
        var live = InReview().Migrate("2025-03-11 10:00", other);

        live.Task("review").Outcomes.Should().Equal("Yes", "No");
        live.Answer("review", "Yes", "2025-03-11 11:00").State.Decision.Should().Be(Decision.Granted);
    }

    [Fact]
    public void carries_variables_by_name_and_results_by_step()
    {
        static FlowText Kept(string first) => new FlowText().Variable("risk", "String").Step("start", "Elsa.Start")
            .Step(first, "Approval.ReviewTask", null).Step("second", "Approval.ReviewTask", new { personOfStep = first }).Step("say", "Elsa.WriteLine", new { text = $"=getVariable('risk') + getOutputFrom('{first}')" })
            .Link("start", "Done", first).Link(first, "Done", "second").Link("second", "Done", "say");
        var live = new LiveCase(Kept("first")).Answer("first", "Done", "2025-03-10 11:00", "lin", data: new JsonObject { ["risk"] = "high" });

        live.Migrate("2025-03-10 12:00", Kept("opening"), MigrationMapping.SameIds.With("first", "opening")).Answer("second", "Done", "2025-03-10 13:00", "lin");

        Lines(live).Should().Equal("highDone");
        live.State.Doers.Should().ContainKey("opening");
    }

    [Fact]
    public void closes_and_opens_where_a_step_is_to_begin_anew()
    {
        var other = FlowText.Accepted().Step("legal", "Approval.Countersign", new { seats = new[] { "U1", "U2" }, rule = "All" }).Link("clock", "Done", "legal");
        var mapping = MigrationMapping.SameIds.WithAnew("review", "legal");
        var live = InReview();
        var review = live.Task("review");

        var preview = live.Preview("2025-03-11 10:00", other, mapping);
        live.Migrate("2025-03-11 10:00", other, mapping);

        live.State.Tasks.Select(task => (task.Id, task.ActivityId, task.Seat)).Should().Equal((3, "legal", "U1"), (4, "legal", "U2"));
        live.Effects.OfType<Effect.TaskClosed>().Last().Should().Be(new Effect.TaskClosed(review, TaskEnd.Cancelled, null));
        preview.Tasks.Select(task => (task.TaskId, task.Fate)).Should().Equal((2, MigrationFate.Closed), (3, MigrationFate.Opened), (4, MigrationFate.Opened));
        preview.Timers.Select(timer => (timer.Kind, timer.Fate)).Should().BeEquivalentTo([(TimerKind.StepLimit, MigrationFate.Dropped), (TimerKind.DueSoon, MigrationFate.Kept), (TimerKind.Overdue, MigrationFate.Kept)]);
    }

    [Fact]
    public void starts_a_stopped_clock_again_where_the_stop_itself_is_given_up()
    {
        var stopped = FlowText.Accepted().Step("ask", "Approval.Correction", new { withinDays = 10 }).Step("review", "Approval.ReviewTask").Link("clock", "Done", "ask").Link("ask", "Supplied", "review");
        var without = FlowText.Accepted().Step("review", "Approval.ReviewTask").Link("clock", "Done", "review");
        var live = InReview(stopped).Migrate("2025-03-12 10:00", without, MigrationMapping.SameIds.WithAnew("ask", "review"));

        live.State.Clock!.Promised.Suspensions.Should().ContainSingle().Which.To.Should().Be(China.At("2025-03-12 10:00"));
        live.IsOpen("review").Should().BeTrue();
    }

    [Fact]
    public void lets_a_join_go_on_when_nothing_leads_to_it_any_more()
    {
        static FlowText Both(bool isBoth)
        {
            var flow = new FlowText().Step("start", "Elsa.Start").Step("a", "Approval.ReviewTask").Step("b", "Approval.ReviewTask").Step("join", "Elsa.FlowJoin").Step("after", "Approval.ReviewTask")
                .Link("start", "Done", "a").Link("start", "Done", "b").Link("a", "Done", "join").Link("join", "Done", "after");
            return isBoth ? flow.Link("b", "Done", "join") : flow;
        }

        var live = new LiveCase(Both(true)).Answer("a", "Done", "2025-03-10 11:00");
        live.IsOpen("after").Should().BeFalse();

        live.Migrate("2025-03-10 12:00", Both(false));

        live.State.Tasks.Select(task => task.ActivityId).Should().BeEquivalentTo("b", "after");
    }
}
