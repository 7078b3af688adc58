using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Expressions;

public sealed class JavaScript_expressions
{
    private readonly TestScope scope = new TestScope()
        .With("n", "Int32", "3").With("d", "Double", "1000.0").With("s", "String", "a,b,c").With("empty", "String", "")
        .With("b", "Boolean", "true").With("l", "Int64", "1099511627776").With("risk_level", "String", "low").With("o", "Object");

    // The values are those of real Elsa (conformance points 23 and 24; expressions.json, named.json).
    [Theory]
    [InlineData("true", "True")]
    [InlineData("1", "1")]
    [InlineData("5.0", "5")]
    [InlineData("0.1+0.2", "0.30000000000000004")]
    [InlineData("null", "")]
    [InlineData("undefined", "")]
    [InlineData("[1,2]", "[1,2]")]
    [InlineData("({a:1})", "{\"a\":1}")]
    [InlineData("1e21", "1E+21")]
    [InlineData("123456789012345680", "1.2345678901234568E+17")]
    [InlineData("NaN", "NaN")]
    [InlineData("-0", "-0")]
    [InlineData("1/0", "Infinity")]
    [InlineData("new Date(0)", "01/01/1970")]
    [InlineData("new Date(Date.UTC(2026,0,5)).toISOString()", "2026-01-05T00:00:00.000Z")]
    [InlineData("const x = 2; x * 21", "42")]
    [InlineData("const x = variables.n; return x * 10", "30")]
    [InlineData("if (true) { 'inner' } else { 'no' }", "inner")]
    [InlineData("`${variables.s}-${variables.n}-${variables.b}`", "a,b,c-3-true")]
    [InlineData("typeof variables.n", "number")]
    [InlineData("variables.d", "1000")]
    [InlineData("variables.l + 1", "1099511627777")]
    [InlineData("getVariable('nope')", "")]
    [InlineData("'' + getVariable('nope')", "null")]
    [InlineData("typeof variables.nope", "undefined")]
    [InlineData("getInput('nope')", "")]
    [InlineData("getN() + 1", "4")]
    [InlineData("getRiskLevel()", "low")]
    [InlineData("getwho() + ' ' + (typeof getWho)", "Ann undefined")]
    [InlineData("getInput('addr').zip * 2", "6000")]
    [InlineData("Object.keys(getInput('addr')).join()", "city,zip")]
    [InlineData("getInput('tags').map(t => t + t).join('-')", "xx-yy")]
    [InlineData("toJson({a: variables.n, b: variables.empty, c: '中文'})", "{\"a\":3,\"b\":null,\"c\":\"中文\"}")]
    [InlineData("Object.keys(variables).join()", "n,d,s,empty,b,l,risk_level,o")]
    [InlineData("isNullOrWhiteSpace(' ') && isNullOrEmpty(null) && !isNullOrEmpty('x')", "True")]
    [InlineData("getWorkflowInstanceId() + getWorkflowDefinitionId() + getWorkflowDefinitionVersion() + getWorkflowInstanceName()", "case-1flow-13my name")]
    [InlineData("parseGuid('0F8FAD5B-D9CB-469F-A165-70867728950E')", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    public void give_the_text_that_real_Elsa_gives(string script, string text)
    {
        scope.Inputs["who"] = "Ann";
        scope.Inputs["addr"] = JsonNode.Parse("""{"city":"Bern","zip":3000}""");
        scope.Inputs["tags"] = JsonNode.Parse("""["x","y"]""");

        (FlowValue.ToText(Run(script, "String")) ?? "").Should().Be(text);
    }

    [Fact]
    public void write_variables_back_in_every_way_that_Elsa_knows()
    {
        Run("variables.n = variables.n + 10; setVariable('s', 'set'); setRiskLevel('high'); variables.n");

        scope["n"].Should().Be(13);
        scope["s"].Should().Be("set");
        scope["risk_level"].Should().Be("high");
    }

    [Fact]
    public void write_back_an_object_that_was_changed_in_place()
    {
        Run("setVariable('o', { k: 5, z: [1, 2] })");

        Run("variables.o.k = 6; getVariable('o').z.push(3)");

        FlowValue.ToJsonText(scope["o"]).Should().Be("""{"k":6,"z":[1,2,3]}""");
    }

    [Fact]
    public void see_what_they_wrote_converted_to_the_variables_type() =>
        Run("setVariable('n', '41'); typeof variables.n + (variables.n + 1)").Should().Be("number42");

    [Fact]
    public void read_outputs_and_the_last_result()
    {
        scope.Outputs["calc"] = 42.0;
        scope.LastResult = JsonNode.Parse("""{"k":4}""");

        Run("getOutputFrom('calc', 'Result') + getLastResult().k").Should().Be(46.0);
        Run("getOutputFrom('other')").Should().BeNull();
    }

    [Fact]
    public void set_outcomes_and_the_correlation_id()
    {
        Run("setOutcomes(['A', 'C']); setOutcome('D'); setCorrelationId('c-1')");

        scope.Outcomes.Should().Equal("A", "C", "D");
        scope.CorrelationId.Should().Be("c-1");
    }

    [Fact]
    public void see_the_instant_of_the_step_and_no_other()
    {
        Run("new Date().toISOString()").Should().Be("2026-01-05T09:00:00.000Z");
        Run("Date.now()").Should().Be((double)scope.Now.ToUnixTimeMilliseconds());
        Run("new Date().getHours() + ':' + new Date().getTimezoneOffset()").Should().Be("9:0");
    }

    [Fact]
    public void see_the_day_and_hour_of_the_centre()
    {
        scope.Now = new DateTimeOffset(2026, 1, 5, 17, 30, 0, TimeSpan.Zero);
        scope.Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

        Run("new Date().getDate() + ' ' + new Date().getHours() + ' ' + new Date().toISOString()").Should().Be("6 1 2026-01-05T17:30:00.000Z");
        Run("new Date(2026, 0, 6).toISOString()").Should().Be("2026-01-05T16:00:00.000Z");
    }

    [Theory]
    [InlineData("Math.random() + ',' + Math.random()")]
    [InlineData("globalThis['Ma' + 'th']['ran' + 'dom']()")]
    public void draw_chance_from_the_seed(string script)
    {
        var first = Run(script);

        Run(script).Should().Be(first);
        scope.Seed = 43;
        Run(script).Should().NotBe(first);
    }

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("importNamespace('System')")]
    [InlineData("variables.constructor.constructor('return 1')()")]
    [InlineData("eval('1')")]
    [InlineData("new Function('return 1')()")]
    [InlineData("import('fs')")]
    [InlineData("require('fs')")]
    [InlineData("getVariable.GetType()")]
    [InlineData("new ArrayBuffer(1e9)")]
    [InlineData("new \\u0041rrayBuffer(1e9)")]
    [InlineData("globalThis['Arr' + 'ayBuffer'].name.length")]
    [InlineData("Temporal.Now.instant()")]
    public void reach_nothing_outside(string script) =>
        FluentActions.Invoking(() => Run(script)).Should().Throw<ExpressionException>().Which.IsWallTime.Should().BeFalse();

    [Theory]
    [InlineData("variables.empty.length")]
    [InlineData("nope.nope")]
    [InlineData("throw new Error('boom')")]
    public void name_line_and_column_of_a_fault(string script) =>
        FluentActions.Invoking(() => Run("\n" + script)).Should().Throw<ExpressionException>().WithMessage("*(line 2, column *");

    private object? Run(string script, string typeName = "Object") =>
        ExpressionEvaluator.Evaluate(new FlowExpression("JavaScript", JsonValue.Create(script)), typeName, scope);
}
