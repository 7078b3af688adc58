using ApprovalEngine.Workflow.Runtime.Flowcharts;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>Safe rules 1 and 3, as linter and designer see them.</summary>
public sealed class The_graph_of_a_flowchart
{
    private static FlowDraft Rework() => new FlowDraft().Start().Fork("f", "L", "R").Task("l").Decision("d", "l").Task("r").Join("j").Line("last").Line("lost")
        .Draw("start > f; f.L > l > d; d.False > l; d.True > j; f.R > r > j; j > last; lost > j");

    [Fact]
    public void infers_the_way_back_of_rework() =>
        FlowchartGraph.Of(Rework().Compile().Root).Backward.Should().ContainSingle(back => back.Source.Id == "d" && back.Target.Id == "l");

    [Fact]
    public void takes_the_designers_word_for_what_leads_back()
    {
        var draft = new FlowDraft { Returns = [("b", "Done", "a")] }.Start().Line("a").Line("b").Draw("start > a > b > a; start > b");

        FlowchartGraph.Of(draft.Compile().Root).Backward.Should().ContainSingle(back => back.Source.Id == "b");
    }

    [Fact]
    public void knows_its_merges_and_from_where_each_may_still_be_reached()
    {
        var graph = FlowchartGraph.Of(Rework().Compile().Root);

        graph.MergeActivities.Select(merge => merge.Id).Should().Equal("j");
        graph.SourcesOf(graph.MergeActivities[0]).Select(source => source.Id).Should().Equal("start", "f", "l", "d", "r");
    }

    [Fact]
    public void says_when_another_direction_was_possible()
    {
        var draft = new FlowDraft().Start().Fork("f", "L", "R").Line("a").Line("b").Draw("start > f; f.L > a > b > a; f.R > b");

        FlowchartGraph.Of(draft.Compile().Root).IsAmbiguous.Should().BeTrue();
        FlowchartGraph.Of(Rework().Compile().Root).IsAmbiguous.Should().BeFalse();
    }

    [Fact]
    public void of_an_empty_flowchart_is_empty() => FlowchartGraph.Of(new FlowDraft().Compile().Root).Backward.Should().BeEmpty();
}
