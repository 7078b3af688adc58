using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Publishes an event: what waits for it in this instance goes on in the same step, other instances hear it from the shell.</summary>
internal sealed class PublishEvent : ActivityExecutor
{
    public override string Type => "Elsa.PublishEvent";

    public override void Execute(Run run, Frame frame)
    {
        var name = run.Text(frame, "eventName") ?? "";
        var payload = FlowValue.ToJson(run.Input(frame, "payload"));
        if (!run.Flag(frame, "isLocalEvent"))
        {
            run.Effects.Add(new Effect.EventPublished(frame.Node.Id, name, run.Text(frame, "correlationId"), payload));
        }

        run.Complete(frame);
        Resumption.Wake(run, new Stimulus.EventReceived(name, payload));
    }
}
