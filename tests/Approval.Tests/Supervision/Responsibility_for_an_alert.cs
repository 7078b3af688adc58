using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Workflow.Runtime;
using static Approval.Tests.Supervision.Watched;

namespace Approval.Tests.Supervision;

public sealed class Responsibility_for_an_alert
{
    [Fact]
    public void is_that_of_whoever_had_the_step()
    {
        var state = Case("2026-03-02 10:00", 20) with { Tasks = [Task(1, "2026-03-02 10:00"), Task(2, "2026-03-03 10:00", limit: 1, assignee: "li")] };

        var raised = Raise(state, AlertPlan.For(state, Calendar, LevelProfiles.Ours).First(alert => alert.TaskNo == 2));

        (raised.Person, raised.Unit, raised.Window, raised.TaskNo).Should().Be(("li", "U2", "W1", 2));
    }

    [Fact]
    public void for_the_case_is_that_of_the_task_that_has_waited_longest()
    {
        var state = Case("2026-03-02 10:00") with { Tasks = [Task(3, "2026-03-04 10:00", assignee: "li"), Task(2, "2026-03-03 10:00", assignee: "zhao")] };

        Raise(state, AlertPlan.For(state, Calendar, LevelProfiles.Ours)[0]).Person.Should().Be("zhao");
    }

    [Fact]
    public void falls_to_the_unit_when_nobody_has_taken_the_task()
    {
        var state = Case("2026-03-02 10:00") with { Tasks = [Task(1, "2026-03-02 10:00", assignee: null) with { Offer = new TaskOffer() }] };

        var raised = Raise(state, AlertPlan.For(state, Calendar, LevelProfiles.Ours)[0]);

        (raised.Person, raised.Unit).Should().Be((null, "U1"));
    }

    [Fact]
    public void rests_on_evidence_that_sums_to_the_due_moment()
    {
        var state = Case("2026-02-11 10:00");
        var yellow = AlertPlan.For(state, Calendar, LevelProfiles.Ours)[1];

        var evidence = Raise(state, yellow).Evidence;

        evidence["limitDays"]!.GetValue<int>().Should().Be(5);
        evidence["usedDays"]!.GetValue<int>().Should().Be(6, "a closing then would have needed a limit of 6");
        evidence["calendarVersion"]!.GetValue<int>().Should().Be(3);
        evidence["days"]!.AsArray().Count(day => day!["number"] is not null && day["number"]!.GetValue<int>() is > 0 and <= 5).Should().Be(5);
        evidence["days"]!.AsArray().Last(day => (int?)day!["number"] == 5)!["on"]!.GetValue<string>().Should().Be("2026-02-25");
    }

    private static RaisedAlert Raise(FlowState state, PlannedAlert planned) => RaisedAlert.From(planned, state, Calendar, LevelProfiles.Ours, "U1", "W1");
}
