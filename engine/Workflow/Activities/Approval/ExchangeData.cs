using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>Sends data to another authority through the outbox and waits for its answer.</summary>
internal sealed class ExchangeData : ActivityExecutor
{
    public override string Type => "Approval.ExchangeData";

    public override void Execute(Run run, Frame frame)
    {
        var receiver = run.Text(frame, "receiver");
        if (string.IsNullOrWhiteSpace(receiver))
        {
            throw new ActivityFaultException(FaultKind.Input, $"{frame.Node.Id} names no receiver.");
        }

        var payload = FlowValue.ToJson(run.Typed(frame, "payload", "Object"));
        run.Effects.Add(new Effect.ServiceCalled(run.Waits.Call(frame), frame.Node.Id, receiver, payload?.DeepClone() ?? new JsonObject()));
    }

    public override void OnServiceAnswered(Run run, Frame frame, Stimulus.ServiceAnswered answer)
    {
        run.Data.SetOutput(frame, "result", FlowValue.From(answer.Result));
        run.Complete(frame, answer.Succeeded ? "Succeeded" : "Failed");
    }
}
