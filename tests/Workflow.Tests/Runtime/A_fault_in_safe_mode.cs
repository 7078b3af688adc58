using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class A_fault_in_safe_mode
{
    private static FlowDraft TwoBranches() => new FlowDraft().Start().Fork("f", "L", "R").Task("l").LineOf("broken", "nothing.at.all").Task("r").Line("after").Join("j").Line("last")
        .Draw("start > f; f.L > l > broken > j; f.R > r > after > j; j > last");

    [Fact]
    public void stands_on_its_activity_while_other_branches_go_on()
    {
        var trial = Trial.Of(TwoBranches()).Task("l");

        trial.Effects.OfType<Effect.IncidentRaised>().Should().ContainSingle().Which.Incident.ActivityId.Should().Be("broken");
        trial.State.Incidents.Should().ContainSingle();
        trial.State.SubStatus.Should().Be(FlowSubStatus.Suspended);
        trial.Task("r").Lines.Should().Equal("after");
        trial.State.SubStatus.Should().Be(FlowSubStatus.Suspended);
    }

    [Fact]
    public void is_left_behind_by_a_return()
    {
        var trial = Trial.Of(TwoBranches()).Task("l");

        trial.Return("l");

        trial.Open.Should().Equal("l", "r");
        trial.State.Incidents.Should().BeEmpty();
    }

    [Fact]
    public void within_a_persons_own_act_refuses_the_act_and_names_the_place()
    {
        var trial = Trial.Of(new FlowDraft().Start().Variable("n", "Int32", "0").Set("count", "n", "getVariable('n') + 1").LineOf("fragile", "if (getVariable('n') > 1) throw new Error('no'); 'ok'").Task("t")
            .Draw("start > count > fragile > t"));
        var before = FlowStateJson.Write(trial.State);

        var refused = trial.Invoking(open => open.Return("count")).Should().Throw<ActRefusedException>().Which;

        refused.Code.Should().Be("ExpressionFailed");
        refused.ActivityId.Should().Be("fragile");
        FlowStateJson.Write(trial.State).Should().Be(before);
    }

    [Fact]
    public void of_a_loops_condition_stands_on_the_loop()
    {
        var trial = Trial.Of(new FlowDraft().Start().Body("w", "While", new FlowDraft().Task("t"), ("condition", FlowDraft.Script("Boolean", "if (getVariable('t') === 'ok') throw new Error('no'); true")))
            .Draw("start > w"));

        trial.Task("t").State.Incidents.Should().ContainSingle(incident => incident.ActivityId == "w");
    }

    [Fact]
    public void takes_back_the_tasks_that_its_step_had_opened()
    {
        var trial = Trial.Of(new FlowDraft().Start().Task("t").Add("sign", "Approval.Countersign", ("seats", FlowDraft.Script("Object", "['a', 'b']")), ("rule", FlowDraft.Literal("String", "Share")))
            .Draw("start > t > sign"));

        trial.Task("t");

        trial.State.Incidents.Should().ContainSingle(incident => incident.ActivityId == "sign");
        trial.State.Tasks.Should().BeEmpty();
        trial.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void is_what_an_unknown_type_becomes()
    {
        var trial = Trial.Of(new FlowDraft().Start().Add("x", "Elsa.RunCSharp").Draw("start > x"));

        trial.State.Incidents.Should().ContainSingle(incident => incident.ActivityId == "x" && incident.ActivityType == "Elsa.RunCSharp");
    }
}
