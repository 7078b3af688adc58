using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Triggers: a case begins with an application, never by a moment or an event.</summary>
internal static class TriggerRules
{
    private static readonly HashSet<string> Triggers = ["Elsa.Timer", "Elsa.Cron", "Elsa.StartAt", ActivityTypes.Event];

    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.Reachable.Where(node => node.CanStart && Triggers.Contains(node.Type)).Select(node => LintFlow.Warning(FindingCodes.StartsNothing, node));
}
