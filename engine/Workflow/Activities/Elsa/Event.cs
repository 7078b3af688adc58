using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Waits for an event of a name; the activity that triggered the instance does not wait.</summary>
internal sealed class Event : ActivityExecutor
{
    public override string Type => ActivityTypes.Event;

    public override void Execute(Run run, Frame frame)
    {
        if (run.Trigger == frame.Node.Id && run.Stimulus is Stimulus.Start)
        {
            run.Complete(frame);
        }
        else
        {
            run.Waits.Add(frame, run.Text(frame, "eventName") ?? "");
        }
    }

    public override void OnResumed(Run run, Frame frame, JsonNode? payload)
    {
        run.Data.SetOutput(frame, "result", FlowValue.From(payload));
        run.Complete(frame);
    }
}
