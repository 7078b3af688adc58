using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>
/// Publishes an event: what waits for it in this instance goes on in the same step, other instances hear it from the shell.
/// With a correlation id only those hear it that bear it, and that goes for this one too.
/// </summary>
internal sealed class PublishEvent : ActivityExecutor
{
    public override string Type => "Elsa.PublishEvent";

    public override void Execute(Run run, Frame frame)
    {
        var name = run.Text(frame, "eventName") ?? "";
        var correlationId = run.Text(frame, "correlationId");
        var payload = FlowValue.ToJson(run.Input(frame, "payload"));
        if (!run.Flag(frame, "isLocalEvent"))
        {
            run.Effects.Add(new Effect.EventPublished(frame.Node.Id, name, correlationId, payload));
        }

        run.Complete(frame);
        if (correlationId is null || correlationId == run.CorrelationId)
        {
            Resumption.Wake(run, new Stimulus.EventReceived(name, payload));
        }
    }
}
