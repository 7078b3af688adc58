using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Activities;

public sealed class Exchanging_data
{
    private static readonly FlowText Flow = FlowText.Accepted()
        .Variable("answer", "Object")
        .Step("send", "Approval.ExchangeData", new { receiver = "credit-site", payload = "=({ a: 1 })" }, resultVariable: "answer")
        .Step("tell", "Approval.Notify", new { to = "applicant", subject = "sent", text = "=String(getVariable('answer').code)" })
        .Step("again", "Approval.ReviewTask", new { outcomes = new[] { "Retry" } })
        .Link("clock", "Done", "send").Link("send", "Succeeded", "tell").Link("send", "Failed", "again").Back("again", "Retry", "send");

    private static LiveCase Sent() => new LiveCase(Flow).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

    [Fact]
    public void calls_the_receiver_and_waits_for_its_answer()
    {
        var live = Sent();
        var call = live.Effects.OfType<Effect.ServiceCalled>().Single();
        call.Receiver.Should().Be("credit-site");
        call.Payload!.ToJsonString().Should().Be("""{"a":1}""");

        live.Act("2025-03-11 10:00", "system/outbox", new Stimulus.ServiceAnswered(call.CallId, true, new JsonObject { ["code"] = 42 }));

        live.Effects.OfType<Effect.NotificationRequested>().Single().Text.Should().Be("42");
    }

    [Fact]
    public void takes_each_answer_once()
    {
        var live = Sent().Act("2025-03-11 10:00", "system/outbox", new Stimulus.ServiceAnswered(1, false));
        live.IsOpen("again").Should().BeTrue();

        live.Act("2025-03-11 10:01", "system/outbox", new Stimulus.ServiceAnswered(1, true));

        live.IsOpen("again").Should().BeTrue();
        live.Effects.OfType<Effect.NotificationRequested>().Should().BeEmpty();
    }
}
