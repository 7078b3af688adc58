using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class A_step_within_limits
{
    [Fact]
    public void lets_scripts_that_loop_within_a_loop_execute_only_so_much_together()
    {
        const string Text = """
            {"definitionId":"f","name":"f","root":{"id":"w","type":"Elsa.While","customProperties":{"approvalMode":"safe"},"condition":{"typeName":"Boolean","expression":{"type":"Literal","value":true}},
              "body":{"id":"line","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"JavaScript","value":"let n = 0; while (n < 30000) n++; n"}}}}}
            """;

        var run = FlowRun.Of(CompiledFlow.Compile(FlowDefinition.Parse(Text)), [], [], TrialContext.At(DateTimeOffset.UnixEpoch));

        run.Lines.Length.Should().BeInRange(5, 50);
        run.State.Incidents.Should().ContainSingle().Which.Message.Should().Contain("together");
    }
}
