using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>Points 17 to 19 of the conformance notes: what lives for one run only, and what a storage driver keeps.</summary>
public sealed class Data_in_Elsas_modes
{
    private const string Kept = "WorkflowInstanceStorageDriver";

    public static TheoryData<string?, string, string> Drivers => new()
    {
        { Kept, "counter", "5" },
        { Kept, "token", "5" },
        { "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", "counter", "5" },
        { "Elsa.Workflows.Services.WorkflowStorageDriver, Elsa.Workflows.Core, Version=3.0.0.0", "counter", "5" },
        { "Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core", "counter", "1" },
        { "Unheard.Of.Driver", "counter", "1" },
        { null, "counter", "1" },
        { null, "token", "1" },
        { null, "safe", "5" },
    };

    [Theory]
    [MemberData(nameof(Drivers))]
    public void keep_a_workflow_variable_only_with_a_workflow_driver(string? driver, string mode, string after)
    {
        var trial = Trial.Of(new FlowDraft(mode: mode).Start().Variable("n", "Int32", "1", driver).Set("set", "n", "5").LineOf("before", "variables.n").Task("t").LineOf("say", "variables.n")
            .Draw("start > set > before > t > say"));
        trial.Lines.Should().Equal("5");

        trial.Task("t").Lines.Should().Equal(after);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void keep_a_containers_variable_only_with_a_workflow_driver(string? driver, string mode, string after)
    {
        var inner = new FlowDraft("inner", mode: null).OwnVariable("n", "Int32", "1", driver).Set("set", "n", "5").Task("t").LineOf("say", "variables.n").Draw("set > t > say");
        var trial = Trial.Of(new FlowDraft(mode: mode).Start().Nest(inner).Draw("start > inner"));

        trial.Task("t").Lines.Should().Equal(after);
    }

    [Theory]
    [InlineData("counter")]
    [InlineData("token")]
    public void keep_a_loops_value_over_a_wait_in_its_round(string mode)
    {
        var body = new FlowDraft().Nest("round", "Sequence", new FlowDraft().Task("t").LineOf("say", "`${getVariable('CurrentIndex')} ${getVariable('CurrentValue')}`"));
        var trial = Trial.Of(new FlowDraft(mode: mode).Start().Body("each", "ForEach", body, ("items", FlowDraft.Script("Object", "['x', 'y']"))).Draw("start > each"));

        trial.Task("t").Lines.Should().Equal("0 x");
        trial.Task("t").Lines.Should().Equal("1 y");
    }

    [Theory]
    [InlineData(Kept, "Ann")]
    [InlineData("Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", "Ann")]
    [InlineData(null, "null")]
    public void keep_an_input_only_with_a_workflow_driver(string? driver, string after)
    {
        var draft = new FlowDraft(mode: "counter").Start().Input("who", driver).Task("t").LineOf("say", "`${getInput('who')}`").Draw("start > t > say");
        var trial = new Trial(draft.Compile()).Do(new Stimulus.Start(new JsonObject { ["who"] = "Ann" }));

        trial.Task("t").Lines.Should().Equal(after);
    }

    [Fact]
    public void forget_outputs_at_a_wait_but_not_the_variable_bound_to_one()
    {
        var draft = new FlowDraft(mode: "counter").Start().Variable("bound", "String", "", Kept)
            .Add("make", "RunJavaScript", ("script", FlowDraft.Literal("String", "return 'made'")), ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-bound" } }))
            .LineOf("before", "`${getOutputFrom('make')} ${getLastResult()}`").Task("t").LineOf("after", "`${getOutputFrom('make')} ${variables.bound}`").Draw("start > make > before > t > after");
        var trial = Trial.Of(draft);
        trial.Lines.Should().Equal("made made");

        trial.Task("t").Lines.Should().Equal("null made");
    }
}
