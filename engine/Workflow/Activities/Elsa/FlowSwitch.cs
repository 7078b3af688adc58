using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Goes the way of the first matching case, or of all of them; Default when none matches.</summary>
internal sealed class FlowSwitch : ActivityExecutor
{
    public override string Type => "Elsa.FlowSwitch";

    public override void Execute(Run run, Frame frame)
    {
        var matching = SwitchCases.Matching(run, frame);
        run.Complete(frame, matching.IsEmpty ? ["Default"] : [.. matching.Select(match => match.Label)]);
    }
}
