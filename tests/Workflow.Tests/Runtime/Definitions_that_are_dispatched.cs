using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class Definitions_that_are_dispatched
{
    private const string Sub = """
        {"definitionId":"Sub","name":"Sub","inputs":[{"name":"Item","type":"String"}],"outputs":[{"name":"res","type":"String"}],
         "root":{"id":"s","type":"Elsa.Sequence","activities":[
           {"id":"l","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"JavaScript","value":"'sub ' + getInput('Item')"}}},
           {"id":"t","type":"Elsa.RunTask","taskName":{"typeName":"String","expression":{"type":"JavaScript","value":"'ask ' + getInput('Item')"}}},
           {"id":"o","type":"Elsa.SetOutput","outputName":{"typeName":"String","expression":{"type":"Literal","value":"res"}},"outputValue":{"typeName":"Object","expression":{"type":"JavaScript","value":"getInput('Item') + '!'"}}}]}}
        """;

    private static readonly FlowContext Context = TrialContext.At(DateTimeOffset.UnixEpoch);

    [Fact]
    public void go_to_the_outbox_with_their_inputs_where_nothing_waits_for_them()
    {
        var transition = Start(Dispatching("Elsa.DispatchWorkflow", """ "input":{"typeName":"ObjectDictionary","expression":{"type":"JavaScript","value":"({Item: 'x'})"}},"correlationId":{"typeName":"String","expression":{"type":"Literal","value":"c"}} """));

        var dispatched = transition.Effects.OfType<Effect.WorkflowDispatched>().Single();
        dispatched.Should().BeEquivalentTo(new { CallId = (int?)null, ActivityId = "x", DefinitionId = "Sub", CorrelationId = "c" });
        dispatched.Input!.ToJsonString().Should().Be("""{"Item":"x"}""");
        transition.State.SubStatus.Should().Be(FlowSubStatus.Finished);
        Lines(transition).Should().Equal("after");
    }

    [Fact]
    public void run_inside_once_the_outbox_has_delivered_them_where_they_are_waited_for()
    {
        var flow = Dispatching("Elsa.DispatchWorkflow", """ "waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":true}},"input":{"typeName":"ObjectDictionary","expression":{"type":"JavaScript","value":"({Item: 'x'})"}} """);
        var started = Start(flow);
        var call = started.Effects.OfType<Effect.WorkflowDispatched>().Single().CallId!.Value;
        Lines(started).Should().BeEmpty();

        var begun = Next(flow, started, new Stimulus.ServiceAnswered(call, true));
        var again = Next(flow, begun, new Stimulus.ServiceAnswered(call, true));
        var ended = Next(flow, begun, new Stimulus.TaskResult("ask x"));

        Lines(begun).Should().Equal("sub x");
        again.Matched.Should().Be(0);
        Lines(ended).Should().Equal("after {\"res\":\"x!\"}");
        ended.State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }

    [Fact]
    public void in_bulk_run_once_for_each_item_and_are_all_waited_for()
    {
        var flow = Dispatching("Elsa.BulkDispatchWorkflows", """
            "items":{"typeName":"Object","expression":{"type":"JavaScript","value":"['a', {Item: 'b'}]"}},
            "childCompleted":{"id":"each","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Literal","value":"one ended"}}}
            """);
        var started = Start(flow);

        var begun = Next(flow, started, new Stimulus.ServiceAnswered(1, true));
        var first = Next(flow, begun, new Stimulus.TaskResult("ask b"));
        var ended = Next(flow, first, new Stimulus.TaskResult("ask a"));

        Lines(begun).Should().Equal("sub a", "sub b");
        begun.State.Bookmarks.Select(place => place.Name).Should().BeEquivalentTo("ask a", "ask b");
        Lines(first).Should().Equal("one ended");
        first.State.Bookmarks.Select(place => place.Name).Should().Equal("ask a");
        Lines(ended).Should().Equal("one ended", "after");
        ended.State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }

    [Fact]
    public void in_bulk_go_to_the_outbox_each_with_its_own_correlation_where_nothing_waits()
    {
        var flow = Dispatching("Elsa.BulkDispatchWorkflows", """
            "items":{"typeName":"Object","expression":{"type":"Object","value":"[1,2]"}},"waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":false}},
            "correlationIdFunction":{"typeName":"String","expression":{"type":"JavaScript","value":"'nr-' + getVariable('Item')"}},"input":{"typeName":"ObjectDictionary","expression":{"type":"JavaScript","value":"({shared: true})"}}
            """);

        Start(flow).Effects.OfType<Effect.WorkflowDispatched>().Select(one => $"{one.CorrelationId} {one.Input!.ToJsonString()}")
            .Should().Equal("""nr-1 {"shared":true,"Item":1}""", """nr-2 {"shared":true,"Item":2}""");
    }

    [Theory]
    [InlineData("Elsa.DispatchWorkflow", """ "workflowDefinitionId":null """)]
    [InlineData("Elsa.BulkDispatchWorkflows", """ "items":{"typeName":"Object","expression":{"type":"Literal","value":"none"}},"waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":false}} """)]
    [InlineData("Elsa.BulkDispatchWorkflows", """ "items":{"typeName":"Object","expression":{"type":"JavaScript","value":"Array(101).fill(1)"}},"waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":false}} """)]
    public void that_make_no_sense_are_a_fault(string type, string inputs) => Start(Dispatching(type, inputs)).State.Incidents.Should().ContainSingle().Which.ActivityId.Should().Be("x");

    private static CompiledFlow Dispatching(string type, string inputs)
    {
        const string Named = """ "workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"Sub"}}, """;
        var named = inputs.Contains("workflowDefinitionId", StringComparison.Ordinal) ? "" : Named;
        var text = $$$$"""
            {"definitionId":"Main","name":"Main","root":{"id":"f","type":"Elsa.Sequence","customProperties":{"approvalMode":"safe"},"activities":[
              {"id":"x","type":"{{{{type}}}}","version":1,{{{{named}}}} {{{{inputs}}}} },
              {"id":"z","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"JavaScript","value":"getOutputFrom('x') == null ? 'after' : 'after ' + JSON.stringify(getOutputFrom('x'))"}}}]}}
            """;
        return CompiledFlow.Compile(FlowDefinition.Parse(text), null, used => used.Key == "Sub" ? FlowDefinition.Parse(Sub) : null);
    }

    private static Transition Start(CompiledFlow flow) => Interpreter.Advance(flow, FlowState.New, new Stimulus.Start(), Context);

    /// <summary>The next step, from the state as it is stored.</summary>
    private static Transition Next(CompiledFlow flow, Transition before, Stimulus stimulus) =>
        Interpreter.Advance(flow, FlowStateJson.Read(FlowStateJson.Write(before.State)), stimulus, Context);

    private static IEnumerable<string> Lines(Transition transition) => transition.Effects.OfType<Effect.LineWritten>().Select(line => line.Text);
}
