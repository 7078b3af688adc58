using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Suspending_a_case
{
    private static readonly Stimulus.SuspendCase Hearing = new("Hearing", "Licensing Law 45", "head", "N-1", new DateOnly(2025, 3, 14), StopsLegal: true);

    [Fact]
    public void stops_clocks_and_acts_until_it_is_resumed()
    {
        var live = ReviewFlow.Claimed().Act(ReviewFlow.Day, "head", Hearing);
        var id = live.Task("review").Id;

        live.Task("review").StepDueAt.Should().BeNull();
        ReviewFlow.Refusal(() => live.Act("2025-03-12 10:00", "mei", new Stimulus.CompleteTask(id, "Approve"))).Should().Be("CaseSuspended");
        ReviewFlow.Refusal(() => live.Act("2025-03-12 10:00", "li", new Stimulus.ReturnTo("accept"))).Should().Be("CaseSuspended");

        live.Act("2025-03-13 10:00", "head", new Stimulus.ResumeCase("held")).Answer("review", "Approve", "2025-03-13 11:00", "mei");
        live.State.Stop.Should().BeNull();
        live.State.Clock!.Legal.Suspensions.Should().ContainSingle();
    }

    [Fact]
    public void ends_by_itself_at_the_closing_moment_of_its_date()
    {
        var live = ReviewFlow.Claimed().Act(ReviewFlow.Day, "head", Hearing);

        live.Pass("2025-03-14 17:30").State.Stop.Should().NotBeNull();
        live.Pass("2025-03-14 17:31").State.Stop.Should().BeNull();
        live.Task("review").StepDueAt.Should().NotBeNull();
    }

    [Fact]
    public void is_refused_before_acceptance_and_after_the_due_moment()
    {
        ReviewFlow.Refusal(() => new LiveCase(ReviewFlow.Text()).Act("2025-03-10 11:00", "head", Hearing)).Should().Be("ClockNotRunning");
        ReviewFlow.Refusal(() => ReviewFlow.Open().Act("2025-03-18 10:00", "head", Hearing with { EndsOn = new DateOnly(2025, 3, 20) })).Should().Be("SuspensionTooLate");
        ReviewFlow.Refusal(() => ReviewFlow.Open().Act(ReviewFlow.Day, "head", Hearing with { EndsOn = new DateOnly(2025, 3, 10) })).Should().Be("SuspensionEndsInThePast");
        ReviewFlow.Refusal(() => ReviewFlow.Open().Act(ReviewFlow.Day, "head", new Stimulus.ResumeCase("?"))).Should().Be("CaseNotSuspended");
    }

    [Fact]
    public void does_not_keep_the_case_from_being_ended()
    {
        var live = ReviewFlow.Claimed().Act(ReviewFlow.Day, "head", Hearing).Act("2025-03-12 10:00", "head", new Stimulus.EndCase(Decision.Withdrawn, "taken back"));

        live.State.Decision.Should().Be(Decision.Withdrawn);
        live.State.Timers.Should().BeEmpty();
        live.State.Clock!.Promised.Suspensions.Should().OnlyContain(stop => stop.To != null);
    }
}
