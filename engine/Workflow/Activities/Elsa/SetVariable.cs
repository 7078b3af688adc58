using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Writes a variable.</summary>
internal sealed class SetVariable : ActivityExecutor
{
    public override string Type => "Elsa.SetVariable";

    public override void Execute(Run run, Frame frame)
    {
        var variable = (frame.Node.Json["variable"] as System.Text.Json.Nodes.JsonObject)?.Text("id")
            ?? throw new ActivityFaultException(FaultKind.Input, "No variable is named.");
        run.Data.SetVariableById(frame, variable, run.Input(frame, "value"));
        run.Complete(frame);
    }
}
