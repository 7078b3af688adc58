using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class Running_a_flow_without_a_case
{
    private static readonly FlowContext Context = TrialContext.At(DateTimeOffset.UnixEpoch);

    private static FlowDraft Draft() => new FlowDraft().Start().LineOf("hello", "`Hello ${getInput('who')}`").Task("check").LineOf("say", "getVariable('check')").Add("wait", "Event", ("eventName", FlowDraft.Literal("String", "Paid")))
        .Draw("start > hello > check > say > wait");

    [Fact]
    public void gives_its_lines_and_where_it_stands()
    {
        var run = FlowRun.Of(Draft().Compile(), new JsonObject { ["who"] = "Ann" }, [Resume.Parse("task:check=fine")], Context);

        run.Lines.Should().Equal("Hello Ann", "fine");
        run.Summary.Should().Be("Running Suspended Elsa.Event(wait: Paid)");
        run.IsFaulted.Should().BeFalse();
    }

    [Fact]
    public void resumes_with_events_and_returns()
    {
        var run = FlowRun.Of(Draft().Compile(), [], [Resume.Parse("task:check=a"), Resume.Parse("return:check"), Resume.Parse("task:check=b=c"), Resume.Parse("event:Paid")], Context);

        run.Lines.Should().Equal("Hello null", "a", "b=c");
        run.Summary.Should().Be("Finished Finished");
    }

    [Fact]
    public void says_where_it_faulted()
    {
        var run = FlowRun.Of(new FlowDraft(mode: null).Start().Add("no", "Fault").Draw("start > no").Compile(), [], [], Context);

        run.IsFaulted.Should().BeTrue();
        run.Summary.Should().StartWith("Finished Faulted incident(no:");
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("event:")]
    [InlineData("task:=x")]
    [InlineData("shout:NAME")]
    public void refuses_a_resume_that_it_does_not_know(string text) =>
        FluentActions.Invoking(() => Resume.Parse(text)).Should().Throw<FormatException>().WithMessage($"*{text}*event:NAME*");

    [Theory]
    [InlineData("5", "5")]
    [InlineData("{\"a\":[1]}", "{\"a\":[1]}")]
    [InlineData("plain text", "\"plain text\"")]
    public void takes_a_value_as_JSON_where_it_is_JSON(string text, string json) => Resume.Value(text)!.ToJsonString().Should().Be(json);
}
