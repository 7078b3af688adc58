using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Completes the workflow, however deep it stands (conformance point 6): without definitions used as activities the workflow is the only composite.</summary>
internal sealed class Complete : ActivityExecutor
{
    public override string Type => "Elsa.Complete";

    public override bool IsTerminal => true;

    public override void Execute(Run run, Frame frame) => run.CompleteWorkflow();
}
