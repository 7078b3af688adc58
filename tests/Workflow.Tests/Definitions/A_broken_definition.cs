using ApprovalEngine.Workflow.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Definitions;

public sealed class A_broken_definition
{
    [Theory]
    [InlineData("", "line 1, column 1")]
    [InlineData("{\n  \"名\": 1,\n  \"名二\": tru }", "line 3, column 12")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("{}", "$.root")]
    [InlineData("""{ "root": null }""", "$.root")]
    [InlineData("""{ "root": [] }""", "$.root")]
    [InlineData("""{ "definitionId": 5, "root": { "id": "r", "type": "Elsa.Flowchart" } }""", "$.definitionId")]
    [InlineData("""{ "root": { "type": "Elsa.Flowchart" } }""", "$.root.id")]
    [InlineData("""{ "root": { "id": "", "type": "Elsa.Flowchart" } }""", "$.root.id")]
    [InlineData("""{ "root": { "id": "r", "type": 5 } }""", "$.root.type")]
    [InlineData("""{ "variables": {}, "root": { "id": "r", "type": "Elsa.Flowchart" } }""", "$.variables")]
    [InlineData("""{ "variables": [ null ], "root": { "id": "r", "type": "Elsa.Flowchart" } }""", "$.variables[0]")]
    [InlineData("""{ "variables": [ { "id": "v" } ], "root": { "id": "r", "type": "Elsa.Flowchart" } }""", "$.variables[0].name")]
    [InlineData("""{ "variables": [ { "name": "v", "value": 5 } ], "root": { "id": "r", "type": "Elsa.Flowchart" } }""", "$.variables[0].value")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart", "customProperties": "x" } }""", "$.root.customProperties")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart", "activities": [ null ] } }""", "$.root.activities[0]")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart", "activities": [ { "id": "a" } ] } }""", "$.root.activities[0].type")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.If", "then": "x" } }""", "$.root.then")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart", "connections": {} } }""", "$.root.connections")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart", "connections": [ null ] } }""", "$.root.connections[0]")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart", "connections": [ { "source": { "activity": "r" } } ] } }""", "$.root.connections[0].target")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.WriteLine", "text": { "expression": "x" } } }""", "$.root.text")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.WriteLine", "text": "plain" } }""", "$.root.text")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.WriteLine", "text": { "expression": { "type": [] } } } }""", "$.root.text.expression.type")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.WriteLine", "name": "\ud800" } }""", "$.root.name")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.WriteLine", "\ud800": "x" } }""", "$")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.NotFoundActivity", "missingTypeName": "Elsa.End", "originalActivityJson": "{" } }""", "$.root.originalActivityJson")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.NotFoundActivity", "missingTypeName": "Elsa.End", "originalActivityJson": "{\"id\":\"x\",\"type\":\"Elsa.Start\"}" } }""", "$.root.originalActivityJson")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart" }, "root": { "id": "r", "type": "Elsa.Flowchart" } }""", "*")]
    public void is_refused_with_its_place(string json, string path) =>
        FluentActions.Invoking(() => FlowDefinition.Parse(json)).Should().Throw<FlowFormatException>().Which.Path.Should().Match(path);

    [Theory]
    [InlineData("\"approvalMode\": \"fast\"", "$.root.customProperties.approvalMode")]
    [InlineData("\"approvalMode\": 5", "$.root.customProperties.approvalMode")]
    [InlineData("\"approvalReturns\": {}", "$.root.customProperties.approvalReturns")]
    [InlineData("\"approvalReturns\": [ { \"source\": \"a\" } ]", "$.root.customProperties.approvalReturns[0]")]
    public void is_refused_while_compiling_with_its_place(string customProperties, string path) =>
        FluentActions.Invoking(() => Flows.Compile(Flows.Json("", customProperties, []))).Should().Throw<FlowFormatException>().Which.Path.Should().Be(path);

    public static TheoryData<string, string> Hostile => new()
    {
        { "deep lists", new string('[', 100_000) },
        { "deep objects", string.Concat(Enumerable.Repeat("{\"root\":", 100_000)) },
        { "deep activities", Deep(80) },
        { "an original within an original", Original(12) },
        { "a long text", "{ \"name\": \"" + new string('x', 6_000_000) + "\" }" },
        { "a long id", """{ "root": { "id": "ID", "type": "Elsa.Flowchart" } }""".Replace("ID", new string('x', 100_000), StringComparison.Ordinal) },
        { "many activities", Flows.Json(string.Join(",", Enumerable.Range(0, 20_000).Select(number => Flows.Activity("a" + number, "Elsa.Start")))) },
        { "many doubled members", "{" + string.Join(",", Enumerable.Repeat("\"a\":1", 50_000)) + "}" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void that_is_hostile_ends_in_an_error_as_well(string what, string json) =>
        FluentActions.Invoking(() => Flows.Compile(json)).Should().Throw<FlowFormatException>(what).Which.Path.Should().NotBeEmpty();

    [Fact]
    public void may_still_nest_as_deeply_as_people_draw() =>
        Flows.Compile(Deep(30)).Activities.Should().HaveCount(31);

    private static string Deep(int levels)
    {
        var inner = Flows.Activity("w", "Elsa.WriteLine");
        for (var level = 0; level < levels; level++)
        {
            inner = Flows.Activity("f" + level, "Elsa.Sequence", $"\"activities\": [ {inner} ]");
        }

        return $$"""{ "root": {{inner}} }""";
    }

    private static string Original(int levels)
    {
        var inner = Flows.Activity("w", "Elsa.End");
        for (var level = 0; level < levels; level++)
        {
            inner = Deep(40).Replace(Flows.Activity("w", "Elsa.WriteLine"), $$"""
                { "id": "n", "type": "Elsa.NotFoundActivity", "missingTypeName": "Elsa.Sequence", "originalActivityJson": {{System.Text.Json.JsonSerializer.Serialize(inner)}} }
                """, StringComparison.Ordinal)[10..^1];
        }

        return $$"""{ "root": {{inner}} }""";
    }
}
