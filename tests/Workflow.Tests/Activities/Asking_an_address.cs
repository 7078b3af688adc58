using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Asking_an_address
{
    private static readonly FlowText Flow = FlowText.Accepted()
        .Variable("answer", "Object")
        .Step("ask", "Elsa.FlowSendHttpRequest", new { url = "https://registry.example/v1/firms?q=1", method = "post", content = "=({ a: 1 })", requestHeaders = """{"X-Kind":"firm"}""", expectedStatusCodes = new[] { "200", "404" } }, resultVariable: "answer")
        .Step("known", "Approval.Notify", new { to = "applicant", subject = "known", text = "=getVariable('answer').content.name" })
        .Step("unknown", "Approval.ReviewTask", new { outcomes = new[] { "Go on" } })
        .Step("later", "Approval.ReviewTask", new { outcomes = new[] { "Again" } })
        .Link("clock", "Done", "ask").Link("ask", "200", "known").Link("ask", "404", "unknown").Link("ask", "Unmatched status code", "later")
        .Link("ask", "Failed to connect", "later").Link("ask", "Timeout", "later").Back("later", "Again", "ask");

    private static LiveCase Asked(FlowText? flow = null) => new LiveCase(flow ?? Flow).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

    [Fact]
    public void hands_the_request_to_the_outbox_and_waits()
    {
        var asked = Asked().Effects.OfType<Effect.HttpRequested>().Single();

        JsonNode.DeepEquals(asked.Request, JsonNode.Parse("""
            { "url": "https://registry.example/v1/firms?q=1", "method": "POST", "authorization": null, "headers": { "X-Kind": "firm" }, "content": "{\"a\":1}", "contentType": "application/json" }
            """)).Should().BeTrue(asked.Request.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "status": 404, "content": null }""", "unknown")]
    [InlineData("""{ "status": 503, "content": "down" }""", "later")]
    [InlineData("""{ "failure": "Timeout", "error": "x" }""", "later")]
    [InlineData("""{ "failure": "FailedToConnect", "error": "x" }""", "later")]
    public void goes_on_over_what_came_back(string reply, string step) => Answered(Asked(), reply).IsOpen(step).Should().BeTrue();

    [Fact]
    public void gives_the_answer_to_the_flow_once()
    {
        var live = Answered(Answered(Asked(), """{ "status": 200, "headers": {}, "content": { "name": "山海小館" } }"""), """{ "status": 404 }""");

        live.Effects.OfType<Effect.NotificationRequested>().Single().Text.Should().Be("山海小館");
        live.IsOpen("unknown").Should().BeFalse();
    }

    [Fact]
    public void that_may_not_be_asked_is_an_incident_and_no_outcome()
    {
        var live = Asked().Act("2025-03-11 10:00", "system/outbox", new Stimulus.ServiceAnswered(1, false, "It is not on the list."));

        live.State.Incidents.Should().ContainSingle().Which.Message.Should().Contain("not on the list");
        live.IsOpen("later").Should().BeFalse();
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("")]
    public void that_is_none_is_an_incident(string url) =>
        Asked(FlowText.Accepted().Step("ask", "Elsa.FlowSendHttpRequest", new { url }).Link("clock", "Done", "ask")).State.Incidents.Should().ContainSingle().Which.ActivityId.Should().Be("ask");

    [Theory]
    [InlineData("""{ "status": 200 }""", "ok")]
    [InlineData("""{ "status": 500 }""", "other")]
    [InlineData("""{ "failure": "Timeout" }""", "late")]
    [InlineData("""{ "failure": "FailedToConnect" }""", "none")]
    public void runs_the_activity_nested_for_what_came_back(string reply, string line)
    {
        static JsonObject Line(string text) => new() { ["id"] = text, ["type"] = "Elsa.WriteLine", ["text"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = text } } };
        var flow = FlowText.Accepted().Step("ask", "Elsa.SendHttpRequest", new { url = "https://registry.example/" }).Link("clock", "Done", "ask")
            .With("ask", "expectedStatusCodes", new JsonArray(new JsonObject { ["statusCode"] = 200, ["activity"] = Line("ok") }))
            .With("ask", "unmatchedStatusCode", Line("other")).With("ask", "timeout", Line("late")).With("ask", "failedToConnect", Line("none"));

        var live = Answered(Asked(flow), reply);

        live.Effects.OfType<Effect.LineWritten>().Select(written => written.Text).Should().Equal(line);
    }

    private static LiveCase Answered(LiveCase live, string reply) => live.Act("2025-03-11 10:00", "system/outbox", new Stimulus.ServiceAnswered(1, true, JsonNode.Parse(reply)));
}
