using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>What real Elsa loses over a wait (conformance points 17 to 19) is kept.</summary>
public sealed class Data_in_safe_mode
{
    [Fact]
    public void keeps_variables_inputs_and_outputs_over_a_wait()
    {
        var draft = new FlowDraft().Start().Variable("n", "Int32", "1").Set("set", "n", "5")
            .Add("script", "RunJavaScript", ("script", FlowDraft.Literal("String", "return 'made'"))).Task("wait")
            .LineOf("say", "`${getVariable('n')} ${getInput('who')} ${getOutputFrom('script')}`")
            .Draw("start > set > script > wait > say");
        var trial = new Trial(draft.Compile()).Do(new Stimulus.Start(new JsonObject { ["who"] = "Ann" }));

        trial.Task("wait").Lines.Should().Equal("5 Ann made");
    }

    [Fact]
    public void reads_what_the_shell_supplies_at_every_step()
    {
        var flow = new FlowDraft().Start().Task("wait").LineOf("say", "getInput('form').area").Draw("start > wait > say").Compile();
        var context = TrialContext.At(DateTimeOffset.UnixEpoch) with { Facts = new JsonObject { ["form"] = new JsonObject { ["area"] = 42 } } };
        var begun = Interpreter.Advance(flow, FlowState.New, new Stimulus.Start(), context).State;

        var ended = Interpreter.Advance(flow, begun, new Stimulus.TaskResult("wait"), context);

        ended.Effects.OfType<Effect.LineWritten>().Single().Text.Should().Be("42");
        FlowStateJson.Write(begun).Should().NotContain("area");
    }

    [Fact]
    public void gives_every_round_of_a_loop_its_own_value_over_a_wait()
    {
        var body = new FlowDraft().Nest("round", "Sequence", new FlowDraft().Task("t").LineOf("say", "`${getVariable('CurrentIndex')} ${getVariable('CurrentValue')}`"));
        var trial = Trial.Of(new FlowDraft().Start().Body("each", "ForEach", body, ("items", FlowDraft.Script("Object", "['x', 'y']"))).Draw("start > each"));

        trial.Task("t").Lines.Should().Equal("0 x");
        trial.Task("t").Lines.Should().Equal("1 y");
        trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }
}
