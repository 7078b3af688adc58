using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Workflow.Runtime;
using static Approval.Tests.Supervision.Watched;

namespace Approval.Tests.Supervision;

public sealed class Alerts_of_a_step
{
    [Fact]
    public void come_one_level_lower_than_those_of_the_case()
    {
        var state = Case("2026-03-02 10:00", promised: 20) with { Tasks = [Task(7, "2026-03-03 10:00", limit: 2)] };

        Steps(state).Should().Equal(("Step:7:Notice", At("2026-03-05 17:30")), ("Step:7:YellowCard", At("2026-03-12 17:30")));
    }

    [Fact]
    public void begin_anew_with_the_full_limit_at_each_entry()
    {
        var state = Case("2026-03-02 10:00", promised: 20) with { Tasks = [Task(8, "2026-03-06 10:00", limit: 2)] };

        Steps(state)[0].Should().Be(("Step:8:Notice", At("2026-03-10 17:30")));
    }

    [Fact]
    public void stand_still_while_the_promised_clock_does()
    {
        var state = Case("2026-03-02 10:00", 20, 30, Stopped("2026-03-04 10:00")) with { Tasks = [Task(7, "2026-03-03 10:00", limit: 2)] };
        Steps(state).Should().BeEmpty();

        state = Case("2026-03-02 10:00", 20, 30, Stopped("2026-03-04 10:00"), Resumed("2026-03-06 08:00")) with { Tasks = state.Tasks };
        Steps(state)[0].Should().Be(("Step:7:Notice", At("2026-03-09 17:30")), "4 and 5 March were lost");
    }

    [Fact]
    public void opened_during_a_stop_begin_to_count_when_it_ends()
    {
        var state = Case("2026-03-02 10:00", 20, 30, Stopped("2026-03-03 10:00"), Resumed("2026-03-05 16:00")) with { Tasks = [Task(7, "2026-03-04 10:00", limit: 1)] };

        Steps(state)[0].Should().Be(("Step:7:Notice", At("2026-03-06 17:30")), "5 March was lost");
    }

    [Fact]
    public void come_before_acceptance_too() =>
        Steps(FlowState.New with { Tasks = [Task(1, "2026-03-03 10:00", limit: 1)] })[0].Should().Be(("Step:1:Notice", At("2026-03-04 17:30")));

    private static List<(string Key, DateTimeOffset DueAt)> Steps(FlowState state) =>
        [.. AlertPlan.For(state, Calendar, LevelProfiles.Ours).Where(alert => alert.Clock == AlertClock.Step).Select(alert => (alert.Key, alert.DueAt))];
}
