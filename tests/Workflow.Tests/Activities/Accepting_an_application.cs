using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Accepting_an_application
{
    private static readonly FlowText Flow = FlowText.Accepted()
        .Step("correct", "Approval.Correction", new { withinDays = 10, text = "the plan" })
        .Step("review", "Approval.ReviewTask", new { outcomes = new[] { "Approved" } })
        .Step("refuse", "Approval.Notify", new { subject = "not accepted" })
        .Link("accept", "NotAccepted", "refuse").Link("accept", "CorrectionNeeded", "correct").Link("clock", "Done", "review")
        .Back("correct", "Supplied", "accept");

    [Fact]
    public void is_a_window_clerks_task_at_the_cases_unit()
    {
        var task = new LiveCase(Flow).Task("accept");

        task.Kind.Should().Be(TaskKind.Acceptance);
        task.Offer.Should().Be(new TaskOffer(null, "WindowClerk"));
        task.Outcomes.Should().Equal("Accepted", "NotAccepted", "CorrectionNeeded");
    }

    [Fact]
    public void starts_both_clocks_at_the_instant_of_acceptance()
    {
        var live = new LiveCase(Flow).Answer("accept", "Accepted", "2025-03-11 09:15", "clerk");

        live.State.Clock!.AcceptedAt.Should().Be(China.At("2025-03-11 09:15"));
        live.Effects.Should().ContainEquivalentOf(new Effect.CaseAccepted(China.At("2025-03-11 09:15"), BySilence: false));
    }

    [Fact]
    public void counts_from_receipt_when_five_working_days_passed_without_an_answer()
    {
        var live = new LiveCase(Flow, receivedAt: "2025-03-10 10:00").Pass("2025-03-17 17:30");
        live.State.Clock.Should().BeNull("the last of the five days ends at the closing moment");

        live.Pass("2025-03-17 17:31");

        live.State.Clock!.AcceptedAt.Should().Be(China.At("2025-03-10 10:00"));
        live.Effects.OfType<Effect.CaseAccepted>().Should().ContainSingle().Which.BySilence.Should().BeTrue();
        live.IsOpen("review").Should().BeTrue();
        live.IsOpen("accept").Should().BeFalse();
    }

    [Fact]
    public void gives_five_days_anew_when_the_corrected_material_arrives()
    {
        var live = new LiveCase(Flow, receivedAt: "2025-03-10 10:00")
            .Answer("accept", "CorrectionNeeded", "2025-03-12 10:00", "clerk")
            .Answer("correct", "Supplied", "2025-03-18 10:00", "clerk")
            .Pass("2025-03-25 17:30");
        live.IsOpen("accept").Should().BeTrue();

        live.Pass("2025-03-26 09:00");

        live.State.Clock!.AcceptedAt.Should().Be(China.At("2025-03-18 10:00"));
    }

    [Fact]
    public void stops_no_clock_while_a_correction_before_it_is_awaited()
    {
        var live = new LiveCase(Flow).Answer("accept", "CorrectionNeeded", "2025-03-11 10:00", "clerk");

        live.State.Clock.Should().BeNull();
        live.Effects.OfType<Effect.ClockChanged>().Should().BeEmpty();
    }

    [Fact]
    public void ends_without_a_decision_when_it_is_refused()
    {
        var live = new LiveCase(Flow).Answer("accept", "NotAccepted", "2025-03-11 10:00", "clerk");

        live.Effects.Should().ContainItemsAssignableTo<Effect>().And.ContainSingle(effect => effect is Effect.CaseNotAccepted);
        live.State.Status.Should().Be(FlowStatus.Finished);
        live.State.Decision.Should().BeNull();
    }

    [Fact]
    public void cannot_be_taken_back_once_it_was_given()
    {
        var live = new LiveCase(Flow).Answer("accept", "Accepted", "2025-03-11 10:00", "clerk")
            .Act("2025-03-12 10:00", "reviewer", new Stimulus.ReturnTo("accept"));

        live.Task("accept").Outcomes.Should().Equal("Accepted", "CorrectionNeeded");
        live.Answer("accept", "Accepted", "2025-03-12 11:00", "clerk").State.Clock!.AcceptedAt.Should().Be(China.At("2025-03-11 10:00"));
    }

    [Fact]
    public void happens_by_silence_only_once_the_missing_calendar_is_published()
    {
        var live = new LiveCase(Flow, receivedAt: "2026-12-28 10:00");

        live.State.Timers.Should().BeEmpty("the fifth day lies in a year without a calendar");
        live.IsOpen("accept").Should().BeTrue();
    }
}
