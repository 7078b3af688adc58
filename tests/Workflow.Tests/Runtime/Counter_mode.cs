using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>Points 1 to 11, 20, 26 and 27 of the conformance notes, each in the smallest flow that shows it.</summary>
public sealed class Counter_mode
{
    private static FlowDraft Draft() => new FlowDraft(mode: "counter").Start();

    [Fact]
    public void takes_no_notice_of_a_flowcharts_start_member()
    {
        var chart = Draft().Line("other").Line("first").Draw("start > first").Chart();
        chart["start"] = "other";
        var flow = CompiledFlow.Compile(FlowDefinition.Parse(new JsonObject { ["definitionId"] = "d", ["root"] = chart }.ToJsonString()));

        new Trial(flow).Do(new Stimulus.Start()).Lines.Should().Equal("first");
    }

    [Fact]
    public void joins_at_the_first_arrival_where_no_mode_is_given() =>
        Trial.Of(Draft().Fork("f", "L", "R").Task("r").Line("l").Join("j").Line("z").Draw("start > f; f.R > r > j; f.L > l > j; j > z")).Lines.Should().Equal("l", "z");

    [Fact]
    public void runs_a_join_twice_that_cancels_a_branch_only_when_it_runs_itself() =>
        // The branch began between the join's scheduling and its run: its end reaches a join that is not counted as visited yet.
        Trial.Of(Draft().Fork("f", "L", "R").Line("l").Task("r").Join("j").Line("z").Draw("start > f; f.L > l > j; f.R > r > j; j > z")).Lines.Should().Equal("l", "z", "z");

    [Fact]
    public void cancels_at_a_first_arrival_what_has_begun_and_waits() =>
        Trial.Of(Draft().Fork("f", "L", "R").Task("r").Line("l").Join("j", "WaitAny").Draw("start > f; f.R > r > j; f.L > l > j")).State.SubStatus.Should().Be(FlowSubStatus.Finished);

    [Fact]
    public void lets_go_on_at_a_first_arrival_what_is_merely_about_to_begin()
    {
        var trial = Trial.Of(Draft().Fork("f", "A", "B", "C").Join("j", "WaitAny").Line("b1").Line("b2").Task("c").Line("z").Draw("start > f; f.A > j > z; f.B > b1 > b2 > j; f.C > c > j"));
        trial.Lines.Should().Equal("b1", "z", "b2");
        trial.Open.Should().Equal("c");

        trial.Task("c").Lines.Should().BeEmpty("the join ignores a later arrival");
        trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }

    [Fact]
    public void completes_at_an_end_its_own_container_only()
    {
        var trial = Trial.Of(Draft().Nest("s", "Sequence", new FlowDraft().Line("one").Add("stop", "End").Line("two")).Line("after").Draw("start > s > after"));

        trial.Lines.Should().Equal("one", "after");
    }

    [Fact]
    public void ends_a_sequence_at_a_break_outside_a_loop() =>
        Trial.Of(Draft().Nest("s", "Sequence", new FlowDraft().Line("one").Add("out", "Break").Line("two")).Line("after").Draw("start > s > after")).Lines.Should().Equal("one", "after");

    [Fact]
    public void lets_what_is_about_to_run_run_when_the_workflow_is_completed() =>
        Trial.Of(Draft().Fork("f", "L", "R").Add("done", "Complete").Nest("s", "Sequence", new FlowDraft().Line("one").Line("two")).Line("after").Draw("start > f; f.L > done; f.R > s > after"))
            .Lines.Should().Equal("one", "two");

    [Fact]
    public void lets_nothing_run_any_more_after_a_finish() =>
        Trial.Of(Draft().Fork("f", "L", "R").Add("done", "Finish").Line("one").Draw("start > f; f.L > done; f.R > one")).Lines.Should().BeEmpty();

    [Fact]
    public void runs_branches_breadth_first_in_the_order_of_the_connections() =>
        Trial.Of(Draft().Fork("f", "L", "R").Line("l1").Line("l2").Line("r1").Line("r2").Draw("start > f; f.R > r1 > r2; f.L > l1 > l2")).Lines.Should().Equal("r1", "l1", "r2", "l2");

    [Fact]
    public void faults_at_the_activity_from_which_a_connection_leads_back_past_others()
    {
        var trial = Trial.Of(Draft().Line("a").Line("b").Line("c").Draw("start > a > c; start > b > c; c > a"));

        trial.State.SubStatus.Should().Be(FlowSubStatus.Faulted);
        trial.State.Incidents.Select(incident => incident.ActivityId).Should().Equal("c");
    }

    [Fact]
    public void loops_over_a_connection_to_the_activity_itself() =>
        Trial.Of(Draft().Variable("n", "Int32", "0", "WorkflowInstanceStorageDriver").Set("count", "n", "variables.n + 1").Add("d", "FlowDecision", ("condition", FlowDraft.Script("Boolean", "++variables.n < 3"))).Line("z")
            .Draw("start > d; d.True > d; d.False > z")).Lines.Should().Equal("z");

    [Fact]
    public void counts_doubled_connections_together_so_that_the_target_runs_for_each() =>
        Trial.Of(Draft().Line("a").Line("b").Draw("start > a; a > b; a > b")).Lines.Should().Equal("a", "b", "b");

    [Fact]
    public void tells_ports_apart_by_their_case() =>
        Trial.Of(Draft().Variable("v", "String", "ok").Decision("d", "v").Line("lower").Line("right").Draw("start > d; d.true > lower; d.True > right")).Lines.Should().Equal("right");

    [Fact]
    public void runs_a_join_with_one_way_in()
    {
        foreach (var waits in new[] { null, "WaitAll", "WaitAllActive", "WaitAny" })
        {
            Trial.Of(Draft().Join("j", waits).Line("z").Draw("start > j > z")).Lines.Should().Equal("z");
        }
    }

    [Fact]
    public void skips_dead_paths_through_any_number_of_levels() =>
        Trial.Of(Draft().Variable("v", "String", "no").Decision("d", "v").Line("dead1").Line("dead2").Line("live").Join("j", "WaitAllActive").Line("z")
            .Draw("start > d; d.True > dead1 > dead2 > j; d.False > live > j; j > z")).Lines.Should().Equal("live", "z");

    [Fact]
    public void never_runs_what_cannot_be_reached() =>
        Trial.Of(Draft().Line("a").Line("island").Line("b").Draw("start > a; island > b")).Lines.Should().Equal("a");

    [Fact]
    public void waits_for_a_connection_that_comes_from_what_cannot_be_reached_no_more_than_Elsa_does() =>
        Trial.Of(Draft().Line("a").Line("island").Line("b").Draw("start > a > b; island > b")).Lines.Should().Equal("a", "b");

    [Fact]
    public void begins_at_the_triggering_activity_else_at_the_first_start_of_several()
    {
        var flow = Draft().Line("one").Add("start2", "Start").Line("two").Draw("start > one; start2 > two").Compile();

        new Trial(flow).Do(new Stimulus.Start()).Lines.Should().Equal("one");
        new Trial(flow).Do(new Stimulus.Start(TriggerActivityId: "start2")).Lines.Should().Equal("two");
        new Trial(flow).Do(new Stimulus.Start(TriggerActivityId: "unheard of")).Lines.Should().Equal("one");
    }

    [Fact]
    public void begins_without_a_start_at_what_can_start_a_workflow_else_at_what_nothing_leads_to()
    {
        var draft = new FlowDraft(mode: "counter").Line("a").Line("b").Line("c").Draw("a > b");
        Trial.Of(draft).Lines.Should().Equal("a", "b");

        draft.Activities[2]["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        Trial.Of(draft).Lines.Should().Equal("c");
    }

    [Fact]
    public void cancels_an_instance_with_all_that_waits()
    {
        var trial = Trial.Of(Draft().Task("t").Draw("start > t")).Do(new Stimulus.Cancel());

        trial.State.Status.Should().Be(FlowStatus.Finished);
        trial.State.SubStatus.Should().Be(FlowSubStatus.Cancelled);
        trial.Open.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Int32", "'x'", "0")]
    [InlineData("Int64", "'2.5'", "0")]
    [InlineData("Int32", "2.5", "2")]
    [InlineData("Int32", "true", "1")]
    [InlineData("Double", "'1,234.5'", "1234.5")]
    [InlineData("Boolean", "'yes'", "False")]
    [InlineData("Boolean", "''", "")]
    [InlineData("Boolean", "2", "True")]
    [InlineData("String", "[1, 'a']", "[1,\"a\"]")]
    [InlineData("String", "({ a: 1 })", "{\"a\":1}")]
    public void makes_of_a_value_what_the_variables_type_can_hold(string type, string script, string text) =>
        Trial.Of(Draft().Variable("v", type, "7").Set("set", "v", script).LineOf("say", "variables.v").Draw("start > set > say")).Lines.Should().Equal(text);

    [Fact]
    public void makes_of_an_input_that_does_not_fit_what_the_type_holds_by_default_but_never_in_safe_mode()
    {
        static FlowDraft Deciding(string mode) => new FlowDraft(mode: mode).Start().Add("d", "FlowDecision", ("condition", FlowDraft.Script("Boolean", "'maybe'"))).Line("no").Draw("start > d; d.False > no");

        Trial.Of(Deciding("counter")).Lines.Should().Equal("no");
        Trial.Of(Deciding("safe")).State.Incidents.Select(incident => incident.ActivityId).Should().Equal("d");
    }

    [Theory]
    [InlineData("['x', 2]", new[] { "0 x", "1 2" })]
    [InlineData("'[\"x\", 2]'", new[] { "0 x", "1 2" })]
    [InlineData("null", new string[0])]
    [InlineData("5", new string[0])]
    public void loops_over_a_list_or_its_JSON_text(string items, string[] lines)
    {
        var body = new FlowDraft().LineOf("say", "`${getVariable('CurrentIndex')} ${variables.CurrentValue}`");

        Trial.Of(Draft().Body("each", "ForEach", body, ("items", FlowDraft.Script("Object", items))).Draw("start > each")).Lines.Should().Equal(lines);
    }

    [Fact]
    public void takes_the_ports_that_a_script_chose_instead_of_Done() =>
        Trial.Of(Draft().Add("s", "RunJavaScript", ("script", FlowDraft.Literal("String", "setOutcomes(['B', 'A'])"))).Line("done").Line("a").Line("b").Draw("start > s; s.Done > done; s.A > a; s.B > b"))
            .Lines.Should().Equal("a", "b");
}
