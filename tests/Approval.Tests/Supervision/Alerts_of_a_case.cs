using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Workflow.Runtime;
using static Approval.Tests.Supervision.Watched;

namespace Approval.Tests.Supervision;

public sealed class Alerts_of_a_case
{
    private static readonly TimeSpan Grain = TimeSpan.FromMicroseconds(1);

    [Fact]
    public void come_as_notice_yellow_and_red_each_at_its_moment()
    {
        // Day 1 = Thu 12, 2 = Fri 13, 3 = Sat 14, 4 = Tue 24, 5 = Wed 25; 10 = Tue 3 March (Sat 28 works).
        var alerts = AlertPlan.For(Case("2026-02-11 10:00"), Calendar, LevelProfiles.Ours);

        alerts.Select(alert => (alert.Key, alert.DueAt)).Should().Equal(
            ("Promised:Notice", At("2026-02-25 09:00")),
            ("Promised:YellowCard", At("2026-02-25 17:30")),
            ("Legal:RedCard", At("2026-03-03 17:30")));
    }

    [Fact]
    public void leave_the_due_moment_itself_to_the_act()
    {
        var alerts = AlertPlan.For(Case("2026-02-11 10:00"), Calendar, LevelProfiles.Ours);

        alerts[0].RaiseAt.Should().Be(alerts[0].DueAt, "a notice is true at its moment");
        alerts[1].RaiseAt.Should().Be(alerts[1].DueAt + Grain, "a closing at the due moment is on time");
    }

    [Fact]
    public void turn_red_at_the_legal_limit_where_that_comes_first()
    {
        var red = AlertPlan.For(Case("2026-02-11 10:00", promised: 5, legal: 6), Calendar, LevelProfiles.Ours).Single(alert => alert.Level == AlertLevel.RedCard);

        red.DueAt.Should().Be(At("2026-02-26 17:30"));
    }

    [Fact]
    public void give_no_notice_for_a_case_of_the_same_day()
    {
        AlertPlan.For(Case("2026-02-11 10:00", promised: 0, legal: 0), Calendar, LevelProfiles.Ours).Select(alert => (alert.Key, alert.DueAt)).Should().Equal(
            ("Promised:YellowCard", At("2026-02-11 17:30")), ("Legal:RedCard", At("2026-02-11 17:30")));
    }

    [Fact]
    public void of_a_clock_that_stands_still_do_not_come_while_the_other_clock_runs_on()
    {
        var stopped = Case("2026-02-11 10:00", 5, 20, Stopped("2026-02-13 15:00"));

        AlertPlan.For(stopped, Calendar, LevelProfiles.Ours).Select(alert => (alert.Key, alert.DueAt)).Should().Equal(("Legal:RedCard", At("2026-03-17 17:30")));
    }

    [Fact]
    public void move_by_the_days_that_a_stop_lost()
    {
        var resumed = Case("2026-02-11 10:00", 5, 20, Stopped("2026-02-13 15:00"), Resumed("2026-02-24 11:00"));

        AlertPlan.For(resumed, Calendar, LevelProfiles.Ours).Select(alert => (alert.Key, alert.DueAt)).Take(2).Should().Equal(
            ("Promised:Notice", At("2026-02-28 09:00")), ("Promised:YellowCard", At("2026-02-28 17:30")));
    }

    [Fact]
    public void do_not_wait_for_a_stop_that_began_after_the_due_moment()
    {
        var late = Case("2026-02-11 10:00", 5, 20, Stopped("2026-02-26 09:00"));

        AlertPlan.For(late, Calendar, LevelProfiles.Ours).Select(alert => alert.Key).Should().Contain("Legal:RedCard").And.Contain("Promised:YellowCard");
        AlertPlan.For(late, Calendar, LevelProfiles.Ours).Single(alert => alert.Level == AlertLevel.RedCard).DueAt.Should().Be(At("2026-03-03 17:30"));
    }

    [Fact]
    public void follow_an_extension()
    {
        var extended = Case("2026-02-11 10:00", 5, 20, new ClockEvent.Extended(At("2026-02-12 10:00"), 2, "reason"));

        AlertPlan.For(extended, Calendar, LevelProfiles.Ours)[0].DueAt.Should().Be(At("2026-02-27 09:00"), "day min(7, ceil(0.8 * 7) + 1) = 7");
    }

    [Fact]
    public void are_not_guessed_while_the_calendar_of_the_year_is_missing()
    {
        var late = Case("2026-12-28 10:00", promised: 2, legal: 20);

        AlertPlan.For(late, Calendar, LevelProfiles.Ours).Select(alert => alert.Key).Should().Equal("Promised:Notice", "Promised:YellowCard");
    }

    [Fact]
    public void end_with_the_case()
    {
        AlertPlan.For(Case("2026-02-11 10:00") with { Decision = Decision.Granted }, Calendar, LevelProfiles.Ours).Should().BeEmpty();
        AlertPlan.For(Case("2026-02-11 10:00") with { Status = FlowStatus.Finished }, Calendar, LevelProfiles.Ours).Should().BeEmpty();
    }

    [Fact]
    public void do_not_come_before_acceptance() =>
        AlertPlan.For(FlowState.New with { Tasks = [Task(1, "2026-02-11 10:00")] }, Calendar, LevelProfiles.Ours).Should().BeEmpty();

    [Fact]
    public void of_a_due_moment_given_from_outside_come_without_notice()
    {
        var due = At("2026-03-01 12:00");
        var given = Case("2026-02-11 10:00") with
        {
            Clock = new CaseClock(At("2026-02-11 10:00"), new ApprovalEngine.Workflow.Calendars.Limit.Calendar(due), new ApprovalEngine.Workflow.Calendars.Limit.Calendar(due), []),
        };

        AlertPlan.For(given, Calendar, LevelProfiles.Ours).Select(alert => (alert.Key, alert.DueAt)).Should().Equal(("Promised:YellowCard", due), ("Legal:RedCard", due));
    }

    [Fact]
    public void follow_Chengdus_colours_where_the_centre_does()
    {
        AlertPlan.For(Case("2026-02-11 10:00"), Calendar, LevelProfiles.Chengdu).Select(alert => (alert.Clock, alert.Level, alert.DueAt)).Should().Equal(
            (AlertClock.Promised, AlertLevel.YellowCard, At("2026-02-25 09:00")),
            (AlertClock.Promised, AlertLevel.RedCard, At("2026-02-25 17:30")),
            (AlertClock.Legal, AlertLevel.RedCard, At("2026-03-17 17:30")));
    }

    [Theory]
    [InlineData(1, "2026-02-25 09:00")]
    [InlineData(2, "2026-02-24 09:00")]
    [InlineData(9, "2026-02-12 09:00")]
    public void come_at_the_opening_of_the_last_days_and_not_before_the_first(int days, string at)
    {
        var profile = new LevelProfile("city", 1, [new(AlertClock.Promised, AlertLevel.YellowCard, AlertClock.Promised, new LevelMoment.LastDays(days))]);

        AlertPlan.For(Case("2026-02-11 10:00"), Calendar, profile).Single().DueAt.Should().Be(At(at));
        AlertPlan.For(Case("2026-02-11 10:00", promised: 0, legal: 0), Calendar, profile).Should().BeEmpty("a limit of 0 has no last day");
    }

    [Fact]
    public void of_the_last_days_move_with_extensions_and_stops()
    {
        var profile = new LevelProfile("city", 1, [new(AlertClock.Promised, AlertLevel.YellowCard, AlertClock.Promised, new LevelMoment.LastDays(1))]);

        AlertPlan.For(Case("2026-02-11 10:00", 5, 20, new ClockEvent.Extended(At("2026-02-12 10:00"), 2, "reason")), Calendar, profile).Single().DueAt.Should().Be(At("2026-02-27 09:00"));
        AlertPlan.For(Case("2026-02-11 10:00", 5, 20, Stopped("2026-02-13 15:00"), Resumed("2026-02-24 11:00")), Calendar, profile).Single().DueAt.Should().Be(At("2026-02-28 09:00"));
        AlertPlan.For(Case("2026-02-11 10:00", 5, 20, Stopped("2026-02-13 15:00")), Calendar, profile).Should().BeEmpty("nobody knows when it will be");
    }
}
