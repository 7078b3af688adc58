using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs the nested activities of the matching cases, else the default one.</summary>
internal sealed class Switch : ActivityExecutor
{
    public override string Type => "Elsa.Switch";

    public override void Execute(Run run, Frame frame)
    {
        var matching = SwitchCases.Matching(run, frame);
        var chosen = matching.IsEmpty ? [frame.Child("default")] : matching.Select(match => match.Activity);
        foreach (var activity in chosen.OfType<ActivityNode>())
        {
            run.Schedule(frame, activity);
        }

        run.CompleteIfIdle(frame);
    }

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes) => run.CompleteIfIdle(frame);

    public override bool TryBeginAt(Run run, Frame frame, IReadOnlyList<ActivityNode> way)
    {
        run.Schedule(run.ItemFor(frame, way));
        return true;
    }
}
