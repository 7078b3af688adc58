using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Asks an address outside, and goes on over the status that came back; as in Elsa over Done as well when an answer came.</summary>
internal sealed class FlowSendHttpRequest : HttpRequestExecutor
{
    public override string Type => "Elsa.FlowSendHttpRequest";

    protected override void OnStatus(Run run, Frame frame, string status)
    {
        var expected = run.Texts(frame, "expectedStatusCodes") ?? [];
        if (expected.IsEmpty)
        {
            run.Complete(frame);
        }
        else
        {
            run.Complete(frame, expected.Contains(status) ? status : "Unmatched status code", "Done");
        }
    }

    protected override void OnFailedToConnect(Run run, Frame frame) => run.Complete(frame, "Failed to connect");

    protected override void OnTimeout(Run run, Frame frame) => run.Complete(frame, "Timeout");
}
