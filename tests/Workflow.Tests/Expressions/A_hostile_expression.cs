using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Expressions;

public sealed class A_hostile_expression
{
    public static TheoryData<string> Scripts =>
    [
        "while(true){}",
        "for(;;);",
        "(function f(){ f() })()",
        "const f = () => f(); f()",
        "let s = 'x'; while(true) s += s;",
        "'x'.repeat(1e9)",
        "Array(1e6).fill('x').join('y'.repeat(1000))",
        "new Array(1e9).join('x')",
        "Array.from({length: 1e7}, x => x)",
        "let a = []; for (let i = 0; i < 40000; i++) a = [a]; a",
        "let a = []; for (let i = 0; i < 40000; i++) a = [a]; JSON.stringify(a)",
        "let a = {}; a.a = a; a",
        "JSON.parse('['.repeat(100000))",
        "2n ** (2n ** 40n)",
        "(async () => { while(true); })()",
        Repeat("(", 50_000),
        Repeat("[", 90_000),
        Repeat("!", 90_000) + "1",
        "'a'" + Repeat("+'a'", 20_000),
        new string('1', 200_000),
        "let o = {}; for (let i = 0; i < 30000; i++) o['k' + i] = [i, i, i]; o",
        "variables.x = 1; null.y",
    ];

    public static TheoryData<string> Templates =>
    [
        Repeat("{% if true %}", 5_000) + Repeat("{% endif %}", 5_000),
        Repeat("{% for i in (1..9) %}", 4_000),
        "{% liquid\n" + Repeat("if true\n", 5_000) + "%}",
        "{{ " + Repeat("(", 9_000) + " }}",
        "{{ x" + Repeat("[x", 20_000) + " }}",
        "{% for i in (1..100000000) %}x{% endfor %}",
        "{% assign n = 100000000 %}{% for i in (1..n) %}x{% endfor %}",
        "{% for i in (1..4000) %}{% for j in (1..4000) %}x{% endfor %}{% endfor %}",
        "{% assign s = 'x' %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}{{ s }}",
        "{% assign s = 'xxxxxxxxxx' %}{{ s | replace: 'x', 'xxxxxxxxxx' | replace: 'x', 'xxxxxxxxxx' | replace: 'x', 'xxxxxxxxxx' | replace: 'x', 'xxxxxxxxxx' | replace: 'x', 'xxxxxxxxxx' }}",
        "{% capture c %}{% for i in (1..4000) %}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}{% endcapture %}{{ c }}",
        "{{ 1 | divided_by: 0 }}",
        "{{ 79228162514264337593543950335 | times: 10 }}",
        "{{ 1 | round: 400 }}",
        "{% include 'x' %}",
        "{% render 'x' %}",
        "{% unknown %}",
        new string('x', 200_000),
    ];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void in_JavaScript_ends_in_an_error_by_a_counted_limit(string script) => Ends("JavaScript", script);

    [Theory]
    [MemberData(nameof(Templates))]
    public void in_Liquid_ends_in_an_error_by_a_counted_limit(string template) => Ends("Liquid", template);

    [Fact]
    public void that_only_burns_time_is_told_apart_for_it_may_be_repeated() =>
        FluentActions.Invoking(() => Run("JavaScript", "/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')"))
            .Should().Throw<ExpressionException>().Which.IsWallTime.Should().BeTrue();

    private static void Ends(string type, string text) =>
        FluentActions.Invoking(() => Run(type, text)).Should().Throw<ExpressionException>().Which.IsWallTime.Should().BeFalse();

    private static object? Run(string type, string text) =>
        ExpressionEvaluator.Evaluate(new FlowExpression(type, JsonValue.Create(text)), "String", new TestScope());

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
