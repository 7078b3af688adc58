using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Expressions;

public sealed class Liquid_expressions
{
    private readonly TestScope scope = new TestScope { CorrelationId = "corr-1" }
        .With("risk", "String", "low").With("l", "String[]", """["a","b"]""").With("n", "Int32", "3").With("d", "Double", "2.5").With("b", "Boolean", "true").With("o", "Object");

    // The values are those of real Elsa (conformance point 25; expressions.json, named.json).
    [Theory]
    [InlineData("{{ Variables.risk | upcase }}|{{ Input.who }}|{{ Variables.nope }}|{{ CorrelationId }}", "LOW|Ann||corr-1")]
    [InlineData("{% for x in Variables.l %}[{{ x }}]{% endfor %}", "[a][b]")]
    [InlineData("{{ Variables.n | plus: 1 }} {{ Variables.d }} {{ Variables.b }}", "4 2.5 true")]
    [InlineData("{% assign x = Variables.n | times: 3 %}{{ x }}", "9")]
    [InlineData("{{ Variables.n | divided_by: 2 }}", "1")]
    [InlineData("{% if Variables.b %}yes{% else %}no{% endif %}", "yes")]
    [InlineData("{{ Input.addr.city }} {{ Input.addr.zip }}", "Bern 3000")]
    [InlineData("{{ Input.tags.size }} {{ Input.tags | last }} {{ Input.tags[0] }}", "2 y x")]
    [InlineData("{{ 'a<b' }}", "a<b")]
    [InlineData("{{ Variables.nope | default: 'none' }}", "none")]
    [InlineData("{{ WorkflowInstanceId }} {{ WorkflowDefinitionId }} {{ WorkflowDefinitionVersion }}", "case-1 flow-1 3")]
    [InlineData("{{ 'now' | date: '%Y-%m-%d %H:%M' }}", "2026-01-05 09:00")]
    [InlineData("{{ Input.addr | json }}", "{\"city\":\"Bern\",\"zip\":3000}")]
    [InlineData("{% for p in Input.addr %}{{ p[0] }}={{ p[1] }};{% endfor %}", "city=Bern;zip=3000;")]
    [InlineData("{% for i in (1..3) %}{{ i }}{% endfor %}", "123")]
    public void give_the_text_that_real_Elsa_gives(string template, string text)
    {
        scope.Inputs["who"] = "Ann";
        scope.Inputs["addr"] = JsonNode.Parse("""{"city":"Bern","zip":3000}""");
        scope.Inputs["tags"] = JsonNode.Parse("""["x","y"]""");

        Run(template, "String").Should().Be(text);
    }

    [Fact]
    public void say_what_day_it_is_at_the_centre()
    {
        scope.Now = new DateTimeOffset(2026, 1, 5, 17, 30, 0, TimeSpan.Zero);
        scope.Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        scope.Inputs["at"] = scope.Now;

        Run("{{ 'now' | date: '%Y年%m月%d日 %H:%M' }}", "String").Should().Be("2026年01月06日 01:30");
        Run("{{ Input.at | date: '%Y-%m-%d' }}", "String").Should().Be("2026-01-06");
    }

    [Fact]
    public void become_a_condition_by_their_text() =>
        Run("{% if Variables.n > 2 %}true{% else %}false{% endif %}", "Boolean").Should().Be(true);

    [Fact]
    public void name_the_place_where_they_do_not_parse() =>
        ExpressionEvaluator.CheckSyntax(new FlowExpression("Liquid", JsonValue.Create("ok\n{% if x %}"))).Should().Contain("2:");

    private object? Run(string template, string typeName) =>
        ExpressionEvaluator.Evaluate(new FlowExpression("Liquid", JsonValue.Create(template)), typeName, scope);
}
