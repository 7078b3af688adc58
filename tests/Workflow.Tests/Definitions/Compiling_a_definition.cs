using ApprovalEngine.Workflow.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Definitions;

public sealed class Compiling_a_definition
{
    private static readonly string Nested = Flows.Json(
        Flows.Activity("if", "Elsa.If", $$""" "condition": { "typeName": "Boolean", "expression": { "type": "Literal", "value": true } }, "then": {{Flows.Activity("inner", "Elsa.Flowchart", $$""" "activities": [ {{Flows.Activity("w", "Elsa.WriteLine")}} ], "connections": [] """)}}, "else": null """)
        + "," + Flows.Activity("sw", "Elsa.Switch", $$""" "cases": [ { "label": "A", "condition": { "type": "JavaScript", "value": "true" }, "activity": {{Flows.Activity("a", "Elsa.End")}} }, { "label": "B", "condition": { "type": "Literal", "value": false } } ], "default": {{Flows.Activity("d", "Elsa.Break")}} """),
        """ "approvalMode": "safe", "approvalReturns": [ { "source": "sw", "port": "Done", "target": "if" }, { "source": "gone", "target": "if" } ] """,
        [("if", "Done", "sw"), ("sw", "Done", "if")]);

    [Fact]
    public void numbers_activities_in_document_order_and_names_their_path()
    {
        var flow = Flows.Compile(Nested);

        flow.Activities.Values.OrderBy(node => node.Index).Select(node => node.Id).Should().Equal("flow-1", "if", "inner", "w", "sw", "a", "d");
        flow.Activities["w"].NodeId.Should().Be("Workflow1:flow-1:if:inner:w");
        flow.Activities["w"].Parent!.Id.Should().Be("inner");
    }

    [Fact]
    public void finds_children_by_their_place()
    {
        var flow = Flows.Compile(Nested);

        flow.Activities["if"].Children.Keys.Should().Equal("then");
        flow.Activities["sw"].Children.Keys.Should().Equal("cases[0]", "default");
        flow.Activities["sw"].Cases.Select(option => (option.Label, option.Activity?.Id)).Should().Equal(("A", "a"), ("B", null));
        flow.Activities["sw"].Cases[0].Condition!.Type.Should().Be("JavaScript");
    }

    [Fact]
    public void hands_the_mode_down()
    {
        Flows.Compile(Nested).Activities["inner"].Mode.Should().Be(FlowMode.Safe);
        Flows.Compile(Nested, FlowMode.Token).Activities["inner"].Mode.Should().Be(FlowMode.Token);
        Flows.Compile(Flows.Json("")).Mode.Should().Be(FlowMode.Counter);
    }

    [Fact]
    public void finds_the_connections_that_lead_back()
    {
        var root = Flows.Compile(Nested).Root;

        root.Returns!.Value.Should().ContainSingle().Which.Should().BeSameAs(root.Connections[1]);
        Flows.Compile(Flows.Json("")).Root.Returns.Should().BeNull();
    }

    [Fact]
    public void tells_inputs_outputs_and_plain_members_apart()
    {
        var node = Flows.Compile(Flows.Json(Flows.Activity("s", "Elsa.SetVariable", """
            "variable": { "id": "v", "name": "n", "typeName": "Int32" }, "value": { "typeName": "Object", "expression": { "type": "Literal", "value": 5 }, "memoryReference": { "id": "s:0" } },
            "result": { "typeName": "Object", "memoryReference": { "id": "v-res" } }
            """))).Activities["s"];

        node.Inputs.Keys.Should().Equal("value");
        node.Outputs.Should().BeEquivalentTo(new Dictionary<string, string> { ["result"] = "v-res" });
    }

    [Fact]
    public void keeps_the_generated_id_of_the_workflow_in_node_ids()
    {
        var json = Flows.Json("").Replace("\"id\": \"flow-1\"", "\"id\": \"flow-1\", \"nodeId\": \"Workflow7:flow-1\"", StringComparison.Ordinal);

        Flows.Compile(json).Root.NodeId.Should().Be("Workflow7:flow-1");
    }

    [Fact]
    public void refuses_an_id_that_stands_twice() =>
        FluentActions.Invoking(() => Flows.Compile(Flows.Json(Flows.Activity("a", "Elsa.Start") + "," + Flows.Activity("a", "Elsa.End"))))
            .Should().Throw<FlowFormatException>().Which.Path.Should().Be("$.root.activities[1].id");
}
