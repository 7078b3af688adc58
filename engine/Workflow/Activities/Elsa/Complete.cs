using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
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

    /// <summary>A list is its names, a text is one name: in Elsa's modes even a text that looks like a list (conformance point 22).</summary>
    private static ImmutableArray<string> Outcomes(Run run, Frame frame) => frame.Node.Mode == FlowMode.Safe
        ? run.Texts(frame, "outcomes") ?? []
        : run.Input(frame, "outcomes") switch
        {
            JsonArray names => [.. names.Select(name => name?.ToString() ?? "")],
            null => [],
            var name => [name.ToString()!],
        };
}
