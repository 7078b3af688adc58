using System.Collections.Immutable;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>
/// Completes the definition used as an activity around it, with the outcomes that it names; where there is none, the workflow, however deep
/// it stands (conformance point 6).
/// </summary>
internal sealed class Complete : ActivityExecutor
{
    public override string Type => "Elsa.Complete";

    public override bool IsTerminal => true;

    public override void Execute(Run run, Frame frame)
    {
        if (DefinitionActivity.Around(frame) is { } used)
        {
            run.Complete(used, Outcomes(run, frame));
        }
        else
        {
            run.CompleteWorkflow();
        }
    }

    private static ImmutableArray<string> Outcomes(Run run, Frame frame) =>
        run.Texts(frame, "outcomes") ?? (run.Text(frame, "outcomes") is { Length: > 0 } one ? [one] : []);
}
