using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class Waiting_for_a_moment_or_an_event
{
    private static readonly FlowContext Morning = TrialContext.At(China.At("2025-03-10 10:00")) with { Calendar = China.Calendar };

    private static Transition Start(string activity, string? trigger = null, string? correlation = null) => Interpreter.Advance(
        CompiledFlow.Compile(FlowDefinition.Parse($$$"""{"definitionId":"d","name":"d","root":{"id":"r","type":"Elsa.Sequence","activities":[{{{activity}}}]}}""")),
        FlowState.New, new Stimulus.Start(CorrelationId: correlation, TriggerActivityId: trigger), Morning);

    private static string Cron(string expression) =>
        $$$$"""{"id":"c","type":"Elsa.Cron","cronExpression":{"typeName":"String","expression":{"type":"Literal","value":"{{{{expression}}}}"}}}""";

    [Theory]
    [InlineData("0 30 17 * * *", "2025-03-10 17:30")]
    [InlineData("30 17 * * *", "2025-03-10 17:30")]
    [InlineData("0 9 * * MON", "2025-03-17 09:00")]
    public void cron_waits_for_the_next_moment_in_the_centres_zone(string expression, string due) =>
        Start(Cron(expression)).State.Timers.Should().ContainSingle().Which.DueAt.Should().Be(China.At(due));

    [Theory]
    [InlineData("every day")]
    [InlineData("0 0 30 2 *")]
    public void cron_that_names_no_moment_is_a_fault(string expression) => Start(Cron(expression)).State.Incidents.Should().ContainSingle();

    [Fact]
    public void timer_waits_for_its_interval_and_goes_on()
    {
        const string timer = """{"id":"t","type":"Elsa.Timer","interval":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"00:10:00"}}}""";
        var flow = CompiledFlow.Compile(FlowDefinition.Parse($$$"""{"definitionId":"d","name":"d","root":{{{timer}}}}"""));
        var waiting = Interpreter.Advance(flow, FlowState.New, new Stimulus.Start(), Morning).State;

        waiting.Timers.Single().DueAt.Should().Be(Morning.Now.AddMinutes(10));
        Interpreter.Advance(flow, waiting, new Stimulus.TimerDue(waiting.Timers[0].Key), Morning with { Now = Morning.Now.AddMinutes(10) }).State.SubStatus.Should().Be(FlowSubStatus.Finished);
        Start(timer, trigger: "t").State.SubStatus.Should().Be(FlowSubStatus.Finished, "what triggers an instance does not wait");
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("k", null, true)]
    [InlineData("k", "k", true)]
    [InlineData("other", "k", false)]
    [InlineData(null, "k", false)]
    public void a_published_event_wakes_what_waits_for_it_here_if_it_is_meant_and_is_told_to_the_shell(string? own, string? meant, bool isHeard)
    {
        var correlation = meant is null ? "" : $$$""" "correlationId":{"typeName":"String","expression":{"type":"Literal","value":"{{{meant}}}"}}, """;
        var text = $$$$"""
            {"id":"p","type":"Elsa.Parallel","activities":[
              {"id":"wait","type":"Elsa.Event","eventName":{"typeName":"String","expression":{"type":"Literal","value":"Paid"}}},
              {"id":"pub","type":"Elsa.PublishEvent","eventName":{"typeName":"String","expression":{"type":"Literal","value":"Paid"}},{{{{correlation}}}}
               "payload":{"typeName":"Object","expression":{"type":"JavaScript","value":"({sum: 3})"}}}]}
            """;

        var done = Start(text, correlation: own);

        done.State.SubStatus.Should().Be(isHeard ? FlowSubStatus.Finished : FlowSubStatus.Suspended);
        var told = done.Effects.OfType<Effect.EventPublished>().Single();
        (told.Name, told.CorrelationId, told.Payload!.ToJsonString()).Should().Be(("Paid", meant, """{"sum":3}"""));
    }
}
