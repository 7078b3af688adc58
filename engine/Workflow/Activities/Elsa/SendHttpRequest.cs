using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Asks an address outside, and runs the activity nested for the status that came back.</summary>
internal sealed class SendHttpRequest : HttpRequestExecutor
{
    public override string Type => "Elsa.SendHttpRequest";

    protected override void OnStatus(Run run, Frame frame, string status)
    {
        var cases = frame.Node.Json["expectedStatusCodes"] as JsonArray ?? [];
        var place = cases.ToList().FindIndex(option => (option as JsonObject)?["statusCode"] is JsonValue code && code.ToString() == status);
        run.RunChild(frame, place < 0 ? "unmatchedStatusCode" : $"expectedStatusCodes[{place}]");
    }

    protected override void OnFailedToConnect(Run run, Frame frame) => run.RunChild(frame, "failedToConnect");

    protected override void OnTimeout(Run run, Frame frame) => run.RunChild(frame, "timeout");
}
