using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Chooses among cases.</summary>
internal static class SwitchCases
{
    /// <summary>The cases that match: in mode MatchAny all of them, else the first. Conditions behind the first match are not looked at.</summary>
    public static ImmutableArray<SwitchCase> Matching(Run run, Frame frame)
    {
        var matching = frame.Node.Cases.Where(option => run.Holds(frame, option.Condition));
        return [.. run.Text(frame, "mode") == "MatchAny" ? matching : matching.Take(1)];
    }
}
