using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Waits for the result of a task that something outside does.</summary>
internal sealed class RunTask : ActivityExecutor
{
    public override string Type => ActivityTypes.RunTask;

    public override void Execute(Run run, Frame frame) => run.Waits.Add(frame, run.Text(frame, "taskName") ?? "");

    public override void OnResumed(Run run, Frame frame, JsonNode? payload)
    {
        run.Data.SetOutput(frame, "result", FlowValue.From(payload));
        run.Complete(frame);
    }
}
