using ApprovalEngine.Workflow.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Definitions;

/// <summary>Forms in which Elsa 3 has written definitions besides the definition itself.</summary>
public sealed class Reading_what_is_around_a_definition
{
    private const string Plain = """{ "definitionId": "f", "name": "F", "version": 7, "root": { "id": "r", "type": "Elsa.Sequence", "activities": [ { "id": "a", "type": "Elsa.WriteLine" } ] } }""";

    [Theory]
    [InlineData("""{ "workflowDefinition": %, "alreadyPublished": false, "consumingWorkflowCount": 0 }""")]
    [InlineData("""{ "model": %, "publish": true }""")]
    [InlineData("""{ "model": { "workflowDefinition": % } }""")]
    public void finds_it_in_the_answer_or_the_request_of_a_save(string around) =>
        Flows.Same(FlowDefinition.Parse(around.Replace("%", Plain, StringComparison.Ordinal)).ToJson(), Plain).Should().BeTrue();

    [Fact]
    public void unpacks_a_stored_record()
    {
        var definition = FlowDefinition.Parse("""
            { "id": "v", "definitionId": "f", "name": "F", "version": 7, "variables": [ { "name": "x", "typeName": "String" } ], "materializerName": "Json",
              "stringData": "{\"id\":\"r\",\"type\":\"Elsa.Flowchart\",\"activities\":[{\"id\":\"a\",\"type\":\"Elsa.Start\"},{\"id\":\"b\",\"type\":\"Elsa.End\"}],\"connections\":[{\"source\":\"a\",\"target\":\"b\",\"sourcePort\":\"Done\",\"targetPort\":\"In\"}]}" }
            """);

        definition.Variables.Should().ContainSingle();
        CompiledFlow.Compile(definition).Root.Connections.Should().ContainSingle().Which.Target.Id.Should().Be("b");
        Flows.Same(FlowDefinition.Parse(definition.ToJson()).ToJson(), definition.ToJson()).Should().BeTrue();
    }

    [Fact]
    public void reads_a_workflow_that_is_written_as_the_activity_it_is()
    {
        var definition = FlowDefinition.Parse("""
            { "type": "Elsa.Workflow", "id": "Workflow1", "identity": { "definitionId": "f", "version": 3, "id": "v3" }, "workflowMetadata": { "name": "F", "description": "d" },
              "publication": { "isLatest": true, "isPublished": true }, "root": { "id": "r", "type": "Elsa.Sequence" }, "variables": [] }
            """);

        (definition.DefinitionId, definition.Name, definition.Version, definition.Id).Should().Be(("f", "F", 3, "v3"));
        definition.Root["id"]!.GetValue<string>().Should().Be("r");
    }

    [Fact]
    public void moves_the_flag_of_the_first_versions_into_the_options()
    {
        var definition = FlowDefinition.Parse("""{ "definitionId": "f", "usableAsActivity": true, "root": { "id": "r", "type": "Elsa.Sequence" } }""");

        Flows.Same(definition.ToJson(), """{ "definitionId": "f", "options": { "usableAsActivity": true }, "root": { "id": "r", "type": "Elsa.Sequence" } }""").Should().BeTrue();
    }

    [Theory]
    [InlineData("""{ "definitionId": "f", "activities": [ { "activityId": "a", "type": "WriteLine" } ], "connections": [] }""")]
    [InlineData("""{ "$id": "1", "activities": { "$id": "3", "$values": [ { "activityId": "a", "type": "WriteLine" } ] } }""")]
    public void says_of_a_definition_of_Elsa_2_what_it_is(string json) =>
        FluentActions.Invoking(() => FlowDefinition.Parse(json)).Should().Throw<FlowFormatException>().WithMessage("*Elsa 2*").Which.Path.Should().Be("$.activities");

    [Fact]
    public void tells_the_place_inside_a_stored_root() =>
        FluentActions.Invoking(() => FlowDefinition.Parse("""{ "stringData": "{ \"id\": }" }""")).Should().Throw<FlowFormatException>().Which.Path.Should().Be("$.stringData");
}
