using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class Definitions_within_definitions
{
    private const string Sub = """
        {"definitionId":"Sub","name":"Sub","version":2,"inputs":[{"name":"who","type":"String"}],"outputs":[{"name":"res","type":"String"}],"outcomes":["Yes","No"],
         "root":{"id":"s","type":"Elsa.Sequence","activities":[
           {"id":"t","type":"Elsa.RunTask","taskName":{"typeName":"String","expression":{"type":"JavaScript","value":"'ask ' + getInput('who')"}}},
           {"id":"o","type":"Elsa.SetOutput","outputName":{"typeName":"String","expression":{"type":"Literal","value":"res"}},"outputValue":{"typeName":"Object","expression":{"type":"JavaScript","value":"getInput('who') + '!'"}}},
           {"id":"c","type":"Elsa.Complete","outcomes":{"typeName":"Object","expression":{"type":"Object","value":"[\"Yes\"]"}}}]}}
        """;

    private const string Twice = """
        {"definitionId":"Twice","name":"Twice","variables":[{"id":"v1","name":"a","typeName":"String"},{"id":"v2","name":"b","typeName":"String"}],
         "root":{"id":"f","type":"Elsa.Flowchart","customProperties":{"approvalMode":"safe"},"activities":[
           {"id":"one","type":"Sub","version":2,"who":{"typeName":"String","expression":{"type":"Literal","value":"Ann"}},"res":{"typeName":"String","memoryReference":{"id":"v1"}}},
           {"id":"two","type":"Sub","version":2,"who":{"typeName":"String","expression":{"type":"JavaScript","value":"getVariable('a') + getInput('x')"}},"res":{"typeName":"String","memoryReference":{"id":"v2"}}},
           {"id":"line","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"JavaScript","value":"getVariable('a') + getVariable('b')"}}},
           {"id":"no","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Literal","value":"no"}}}],
          "connections":[{"source":{"activity":"one","port":"Yes"},"target":{"activity":"two","port":"In"}},{"source":{"activity":"two","port":"Yes"},"target":{"activity":"line","port":"In"}},
           {"source":{"activity":"two","port":"No"},"target":{"activity":"no","port":"In"}}]}}
        """;

    private static CompiledFlow Compile(string text) =>
        CompiledFlow.Compile(FlowDefinition.Parse(text), null, used => used.Key == "Sub" && used.Version is null or 2 ? FlowDefinition.Parse(Sub) : null);

    [Fact]
    public void the_same_one_can_be_used_twice_and_each_keeps_to_itself()
    {
        var run = FlowRun.Of(Compile(Twice), new JsonObject { ["x"] = "?" }, [Resume.Parse("task:ask Ann"), Resume.Parse("task:ask Ann!?")], TrialContext.At(DateTimeOffset.UnixEpoch));

        run.Lines.Should().Equal("Ann!Ann!?!");
        run.State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }

    [Fact]
    public void one_that_uses_itself_is_refused()
    {
        const string self = """{"definitionId":"Self","name":"Self","root":{"id":"s","type":"Elsa.Sequence","activities":[{"id":"x","type":"Self"}]}}""";

        var compile = () => CompiledFlow.Compile(FlowDefinition.Parse(self), null, _ => FlowDefinition.Parse(self));

        compile.Should().Throw<FlowFormatException>().WithMessage("*uses itself*");
    }

    [Fact]
    public void one_that_is_executed_waits_inside_the_one_that_executes_it()
    {
        const string text = """
            {"definitionId":"Main","name":"Main","root":{"id":"f","type":"Elsa.Sequence","customProperties":{"approvalMode":"safe"},"activities":[
              {"id":"x","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"Sub"}},"input":{"typeName":"ObjectDictionary","expression":{"type":"JavaScript","value":"({who: 'Bob'})"}}},
              {"id":"z","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"JavaScript","value":"getOutputFrom('x').Output.res + getOutputFrom('x').SubStatus"}}}]}}
            """;
        var flow = Compile(text);

        FlowRun.Of(flow, [], [], TrialContext.At(DateTimeOffset.UnixEpoch)).State.Bookmarks.Select(place => place.Name).Should().Equal("ask Bob");
        FlowRun.Of(flow, [], [Resume.Parse("task:ask Bob")], TrialContext.At(DateTimeOffset.UnixEpoch)).Lines.Should().Equal("Bob!Finished");
    }

    [Fact]
    public void executing_itself_for_ever_is_a_fault_not_a_crash()
    {
        const string self = """{"definitionId":"Self","name":"Self","root":{"id":"x","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"Self"}}}}""";
        var flow = CompiledFlow.Compile(FlowDefinition.Parse(self), null, _ => FlowDefinition.Parse(self));

        FlowRun.Of(flow, [], [], TrialContext.At(DateTimeOffset.UnixEpoch)).State.SubStatus.Should().Be(FlowSubStatus.Finished);
    }

    [Fact]
    public void one_that_is_not_known_is_a_fault_that_names_it()
    {
        const string text = """{"definitionId":"Main","name":"Main","root":{"id":"x","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"Gone"}}}}""";

        FlowRun.Of(Compile(text), [], [], TrialContext.At(DateTimeOffset.UnixEpoch)).State.Incidents.Should().ContainSingle().Which.Message.Should().Contain("Gone");
    }
}
