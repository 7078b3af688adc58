using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Ends the whole workflow.</summary>
internal sealed class Finish : ActivityExecutor
{
    public override string Type => "Elsa.Finish";

    public override bool IsTerminal => true;

    public override void Execute(Run run, Frame frame) => run.End(FlowSubStatus.Finished);
}
