using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>Point 10 of the conformance notes.</summary>
public sealed class An_incident_strategy
{
    private const string Continue = "ContinueWithIncidentsStrategy";
    private const string Qualified = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core, Version=3.8.0.0, Culture=neutral, PublicKeyToken=null";

    private static Trial Faulting(string? strategy, string mode)
    {
        var draft = new FlowDraft(mode: mode).Start().Fork("f", "L", "R").Task("wait").Line("after").Add("bad", "Fault").Line("never").Draw("start > f; f.L > wait > after; f.R > bad > never");
        draft.IncidentStrategy = strategy;
        return Trial.Of(draft);
    }

    [Theory]
    [InlineData(null, "counter")]
    [InlineData(null, "token")]
    [InlineData("FaultStrategy", "counter")]
    [InlineData("Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core", "counter")]
    [InlineData("Unheard.Of", "counter")]
    public void that_faults_ends_the_instance_and_leaves_its_waits_listed_for_nothing(string? strategy, string mode)
    {
        var trial = Faulting(strategy, mode);
        trial.State.SubStatus.Should().Be(FlowSubStatus.Faulted);
        trial.Open.Should().Equal("wait");

        trial.Task("wait").Lines.Should().BeEmpty();
        trial.Matched.Should().Be(1);
    }

    [Theory]
    [InlineData(Continue, "counter")]
    [InlineData(Continue, "token")]
    [InlineData(Qualified, "counter")]
    public void that_continues_lets_other_branches_go_on_and_never_completes(string strategy, string mode)
    {
        var trial = Faulting(strategy, mode);
        trial.State.SubStatus.Should().Be(FlowSubStatus.Suspended);
        trial.State.Incidents.Select(incident => incident.ActivityId).Should().Equal("bad");

        trial.Task("wait").Lines.Should().Equal("after");
        trial.State.SubStatus.Should().Be(FlowSubStatus.Suspended);
        trial.Open.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Sequence", new[] { "a" })]
    [InlineData("Parallel", new[] { "a", "b" })]
    public void that_continues_stops_only_what_waits_for_the_faulted_activity(string container, string[] lines)
    {
        var draft = new FlowDraft(mode: "counter").Start().Nest("c", container, new FlowDraft().Line("a").Add("bad", "Fault").Line("b")).Line("after").Draw("start > c > after");
        draft.IncidentStrategy = Continue;

        var trial = Trial.Of(draft);

        trial.Lines.Should().Equal(lines);
        trial.State.SubStatus.Should().Be(FlowSubStatus.Suspended);
    }
}
