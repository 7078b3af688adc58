using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class A_conformance_case
{
    private const string Template = """
        [ { "name": "one", "mode": "counter", "inputs": {}, "resume": [],
            "definition": { "definitionId": "d", "variables": [ { "id": "v", "name": "n", "typeName": "Double", "value": "2" } ],
              "root": { "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "hello" } } } },
            "expected": { "steps": [ { "lines": ["LINE"], "status": "Finished", "subStatus": "Finished", "bookmarks": [] } ],
              "status": "Finished", "subStatus": "Finished", "bookmarks": [], "incidents": [], "variables": { "n": NUMBER }, "output": {} } } ]
        """;

    private static ConformanceCase Case(string line = "hello", string number = "2.0") =>
        ConformanceCase.Read(Template.Replace("LINE", line, StringComparison.Ordinal).Replace("NUMBER", number, StringComparison.Ordinal)).Single();

    [Fact]
    public void agrees_when_numbers_are_equal_by_value() => ConformanceRunner.Run(Case()).Agrees.Should().BeTrue();

    [Fact]
    public void says_where_it_first_differs() => ConformanceRunner.Run(Case(line: "hallo")).Difference.Should().Be("$.steps[0].lines[0]: expected \"hallo\", came \"hello\"");

    [Fact]
    public void differs_in_a_variable() => ConformanceRunner.Run(Case(number: "3")).Difference.Should().Be("$.variables.n: expected 3, came 2");

    [Fact]
    public void goes_through_the_store_between_its_steps()
    {
        var stored = new List<string>();

        ConformanceRunner.Run(Case(), json =>
        {
            stored.Add(json);
            return json;
        });

        stored.Should().ContainSingle();
    }

    [Theory]
    [InlineData("[", "line 1*")]
    [InlineData("{}", "$")]
    [InlineData("[{}]", "$[0]")]
    public void that_is_none_is_told_with_its_place(string text, string place) =>
        FluentActions.Invoking(() => ConformanceCase.Read(text)).Should().Throw<FlowFormatException>().Which.Path.Should().Match(place);
}
