using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Definitions;

public sealed class Reading_a_definition
{
    [Fact]
    public void keeps_what_it_does_not_know_and_every_digit()
    {
        const string Json = """
            { "$schema": "https://example/v3", "definitionId": "f", "createdAt": "2026-01-05T09:00:00.1234567+00:00", "zoom": 1.10, "big": 12345678901234567890123, "exp": 1e400,
              "variables": [ { "id": "v", "name": "n", "typeName": "Acme.Thing, Acme", "isArray": false, "value": "1", "colour": "red" } ],
              "options": { "usableAsActivity": false, "later": [null, {}] },
              "root": { "id": "r", "type": "Elsa.Flowchart", "version": 1, "weight": 0.10, "metadata": { "designer": { "position": { "x": -61.203125, "y": 1E2 } } },
                "activities": [ { "id": "u", "type": "Acme.Unknown", "version": 7, "activities": "free", "body": [1], "connections": 5, "cases": { "a": null }, "text": { "typeName": "String", "expression": { "type": "Python", "value": "x", "extra": 1 }, "memoryReference": { "id": "u:0" } } } ],
                "connections": [ { "source": { "activity": "u", "port": "Done" }, "target": { "activity": "u" }, "vertices": [ { "x": 1.50, "y": 2 } ], "label": "back" } ] } }
            """;

        var written = FlowDefinition.Parse(Json).ToJson();

        Flows.Same(written, Json).Should().BeTrue();
        written.Should().Contain("12345678901234567890123").And.Contain("1e400").And.Contain("1.10").And.Contain("-61.203125").And.Contain("1E2");
    }

    [Fact]
    public void rewrites_the_obsolete_flat_connections()
    {
        var json = Flows.Json(Flows.Activity("a", "Elsa.Start") + "," + Flows.Activity("b", "Elsa.End"))
            .Replace("\"connections\": [  ]", """ "connections": [ { "source": "a", "sourcePort": "Done", "target": "b", "targetPort": "In", "vertices": [] }, { "source": "a", "target": "b" } ] """, StringComparison.Ordinal);

        var definition = FlowDefinition.Parse(json);

        Flows.Same(definition.Root["connections"]!.ToJsonString(), """
            [ { "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" }, "vertices": [] },
              { "source": { "activity": "a" }, "target": { "activity": "b" } } ]
            """).Should().BeTrue();
        CompiledFlow.Compile(definition).Root.Connections.Select(connection => connection.Port).Should().Equal("Done", "Done");
    }

    [Fact]
    public void keeps_connections_to_unknown_activities_apart_and_takes_them_back()
    {
        var definition = FlowDefinition.Parse(Flows.Json(Flows.Activity("a", "Elsa.Start"), ("a", "Done", "gone")));

        definition.Root["connections"]!.AsArray().Should().BeEmpty();
        definition.Root["customProperties"]!["notFoundConnections"]!.AsArray().Should().HaveCount(1);

        var again = definition.With(document => document["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(Flows.Activity("gone", "Elsa.End"))));

        CompiledFlow.Compile(again).Root.Connections.Should().ContainSingle().Which.Target.Id.Should().Be("gone");
        again.Root["customProperties"]!["notFoundConnections"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public void moves_the_start_flag_into_the_custom_properties()
    {
        var definition = FlowDefinition.Parse(Flows.Json(Flows.Activity("a", "Elsa.Event", "\"canStartWorkflow\": true")));

        definition.Root["activities"]![0]!.AsObject().ContainsKey("canStartWorkflow").Should().BeFalse();
        CompiledFlow.Compile(definition).Activities["a"].CanStart.Should().BeTrue();
    }

    [Fact]
    public void reads_expressions_whose_value_is_missing_or_null()
    {
        var flow = Flows.Compile(Flows.Json(Flows.Activity("a", "Elsa.WriteLine", """ "text": { "typeName": "String", "expression": { "type": "Literal" } } """) + ","
            + Flows.Activity("b", "Elsa.WriteLine", """ "text": { "typeName": null, "expression": { "type": "JavaScript", "value": null } } """) + ","
            + Flows.Activity("c", "Elsa.WriteLine", """ "text": { "typeName": "String", "expression": null } """) + ","
            + Flows.Activity("d", "Elsa.WriteLine", """ "text": null """)));

        flow.Activities["a"].Inputs["text"].Expression!.Value.Should().BeNull();
        flow.Activities["b"].Inputs["text"].Expression!.Type.Should().Be("JavaScript");
        flow.Activities["c"].Inputs["text"].Expression.Should().BeNull();
        flow.Activities["d"].Inputs.Should().BeEmpty();
    }

    [Fact]
    public void puts_an_activity_back_that_real_Elsa_did_not_know()
    {
        var flow = Flows.Compile(Flows.Json(Flows.Activity("n", "Elsa.NotFoundActivity", """
            "missingTypeName": "Approval.ReviewTask", "missingTypeVersion": 1, "metadata": { "designer": { "position": { "x": 9, "y": 9 } }, "displayText": "Not Found" },
            "originalActivityJson": "{\"id\":\"n0\",\"type\":\"Approval.ReviewTask\",\"version\":1,\"unit\":{\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"U1\"}},\"metadata\":{\"displayText\":\"審查\"}}"
            """)));

        var node = flow.Activities["n"];
        node.Type.Should().Be("Approval.ReviewTask");
        node.Inputs["unit"].Expression!.Value!.GetValue<string>().Should().Be("U1");
        Flows.Same(node.Json["metadata"]!.ToJsonString(), """{ "displayText": "審查", "designer": { "position": { "x": 9, "y": 9 } } }""").Should().BeTrue();
    }

    [Fact]
    public void leaves_the_stand_in_of_a_type_that_is_not_known_here_either()
    {
        var json = Flows.Json(Flows.Activity("n", "Elsa.NotFoundActivity", """ "missingTypeName": "Acme.X", "originalActivityJson": "{\"id\":\"n\",\"type\":\"Acme.X\"}" """));

        Flows.Same(FlowDefinition.Parse(json).ToJson(), json).Should().BeTrue();
        Flows.Compile(json).Activities["n"].Type.Should().Be("Acme.X");
    }

    [Fact]
    public void writes_what_it_reads_again()
    {
        var first = FlowDefinition.Parse(Flows.Json(Flows.Activity("a", "Elsa.Start", "\"canStartWorkflow\": true"), ("a", "Done", "x"))).ToJson(indented: true);

        FlowDefinition.Parse(first).ToJson(indented: true).Should().Be(first);
    }
}
