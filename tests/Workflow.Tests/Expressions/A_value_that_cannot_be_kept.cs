using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Tests.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Expressions;

/// <summary>The database has no place for the character U+0000 in a state: an expression that gives it fails where it stands.</summary>
public sealed class A_value_that_cannot_be_kept
{
    [Theory]
    [InlineData("JavaScript", "'a\\u0000'")]
    [InlineData("JavaScript", "[{a: '\\u0000'}]")]
    [InlineData("JavaScript", "({['\\u0000']: 1})")]
    [InlineData("JavaScript", "setVariable('x', '\\u0000')")]
    [InlineData("Literal", "\0")]
    [InlineData("Liquid", "a\0b")]
    public void is_a_fault_of_its_expression(string type, string text) =>
        FluentActions.Invoking(() => ExpressionEvaluator.Evaluate(new FlowExpression(type, JsonValue.Create(text)), "Object", new TestScope()))
            .Should().Throw<ExpressionException>().WithMessage("*U+0000*");

    [Fact]
    public void is_one_that_is_nested_without_end()
    {
        var nested = JsonNode.Parse(new string('[', 100) + new string(']', 100), null, new() { MaxDepth = 128 });

        FluentActions.Invoking(() => ExpressionEvaluator.Evaluate(new FlowExpression("Object", nested), "Object", new TestScope())).Should().Throw<ExpressionException>().WithMessage("*64 levels*");
        FluentActions.Invoking(() => ExpressionEvaluator.Evaluate(new FlowExpression("JavaScript", nested!.DeepClone()), "Object", new TestScope())).Should().Throw<ExpressionException>();
        ((string)ExpressionEvaluator.Evaluate(new FlowExpression("Literal", nested!.DeepClone()), "String", new TestScope())!).Should().HaveLength(200);
    }

    [Theory]
    [InlineData(""" "id": "a\u0000" """, "$.root.activities[0].id")]
    [InlineData(""" "id": "a", "name": "\u0000" """, "$.root.activities[0].name")]
    public void names_nothing_in_a_definition(string members, string path) =>
        FluentActions.Invoking(() => FlowDefinition.Parse(Flows.Json($$"""{ "type": "Elsa.Start", {{members}} }"""))).Should().Throw<FlowFormatException>().Which.Path.Should().Be(path);
}
