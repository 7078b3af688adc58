using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Expressions;

public sealed class Converting_a_value
{
    public static TheoryData<object?, string, object?> Convertible => new()
    {
        { "41", "Int32", 41 },
        { "true", "Boolean", true },
        { "", "Boolean", null },
        { "", "String", "" },
        { "1,2,3", "Double", 123.0 },
        { 2.5, "Int32", 2 },
        { 3.5, "Int32", 4 },
        { false, "Int32", 0 },
        { 5.0, "Boolean", true },
        { 1.0, "String", "1" },
        { "5", "Int64", 5L },
        { "5", "Long", 5L },
        { "5", "System.Int32, System.Private.CoreLib", 5 },
        { "5", "UnregisteredClrType:System.Int64, System.Private.CoreLib", 5L },
        { "1.50", "Decimal", 1.50m },
        { "00:05:00", "TimeSpan", TimeSpan.FromMinutes(5) },
        { "2026-01-05T10:00:00+08:00", "DateTimeOffset", new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero) },
        { "WaitAll", "FlowJoinMode", "WaitAll" },
        { null, "Int32", null },
    };

    [Theory]
    [MemberData(nameof(Convertible))]
    public void follows_Elsas_rules(object? value, string typeName, object? expected) =>
        FlowValue.Convert(value, typeName).Should().Be(expected);

    [Theory]
    [InlineData("x", "Int32")]
    [InlineData("4.5", "Int32")]
    [InlineData(1e21, "Int32")]
    [InlineData(double.NaN, "Int64")]
    [InlineData("yes", "Boolean")]
    [InlineData("{", "ObjectDictionary")]
    [InlineData("later", "DateTimeOffset")]
    public void is_refused_where_nothing_fits(object value, string typeName) =>
        FluentActions.Invoking(() => FlowValue.Convert(value, typeName)).Should().Throw<ExpressionException>();

    [Theory]
    [InlineData("x", "Int32", 0)]
    [InlineData("x", "Boolean", false)]
    [InlineData("", "Boolean", null)]
    public void drops_without_a_word_what_a_variable_cannot_hold(string value, string typeName, object? expected) =>
        FlowValue.Coerce(value, typeName).Should().Be(expected);

    [Theory]
    [InlineData("String", "low", "\"low\"")]
    [InlineData("String", "", "null")]
    [InlineData("Int32", "3", "3")]
    [InlineData("Int32", null, "null")]
    [InlineData("String[]", """["a","b"]""", """["a","b"]""")]
    [InlineData("ObjectDictionary", """{"k":1}""", """{"k":1}""")]
    public void reads_a_variables_default_as_JSON_text(string typeName, string? text, string json) =>
        FlowValue.ToJsonText(FlowValue.Default(new VariableDefinition("v", "v", typeName, false, text, null))).Should().Be(json);

    [Fact]
    public void keeps_an_object_expression_as_text_where_nothing_is_wanted()
    {
        var expression = new FlowExpression("Object", JsonValue.Create("""{"k": [1]}"""));

        ExpressionEvaluator.Evaluate(expression, "Object", new TestScope()).Should().Be("""{"k": [1]}""");
        FlowValue.ToJsonText(ExpressionEvaluator.Evaluate(expression, "ObjectDictionary", new TestScope())).Should().Be("""{"k":[1]}""");
    }

    [Fact]
    public void reads_a_list_of_names()
    {
        var expression = new FlowExpression("Object", JsonValue.Create("""["L", "M"]"""));

        FlowValue.ToJsonText(ExpressionEvaluator.Evaluate(expression, "List<String>", new TestScope())).Should().Be("""["L","M"]""");
    }

    [Fact]
    public void takes_an_input_by_its_definition_and_not_by_its_bare_name()
    {
        var scope = new TestScope { Inputs = { ["who"] = "Ann" } };

        ExpressionEvaluator.Evaluate(new FlowExpression("Input", JsonNode.Parse("""{"name":"who","type":"String"}""")), "String", scope).Should().Be("Ann");
        ExpressionEvaluator.Evaluate(new FlowExpression("Input", JsonValue.Create("who")), "String", scope).Should().BeNull();
    }

    [Theory]
    [InlineData("""{"id":"v-n","name":"n"}""")]
    [InlineData("\"v-n\"")]
    [InlineData("""{"id":"old","name":"n"}""")]
    public void takes_a_variable_by_its_id_or_name(string reference) =>
        ExpressionEvaluator.Evaluate(new FlowExpression("Variable", JsonNode.Parse(reference)), "Int32", new TestScope().With("n", "Int32", "7")).Should().Be(7);

    [Theory]
    [InlineData("CSharp")]
    [InlineData("Python")]
    public void never_executes_other_languages(string type)
    {
        var expression = new FlowExpression(type, JsonValue.Create("1"));

        FluentActions.Invoking(() => ExpressionEvaluator.Evaluate(expression, "Object", new TestScope())).Should().Throw<ExpressionException>();
        ExpressionEvaluator.CheckSyntax(expression).Should().NotBeNull();
    }
}
