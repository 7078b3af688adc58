using System.Collections.Frozen;
using ApprovalEngine.Workflow.Activities.Approval;
using ApprovalEngine.Workflow.Activities.Elsa;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>The executors by activity type.</summary>
internal static class ActivityExecutors
{
    private static readonly FrozenDictionary<string, ActivityExecutor> ByType =
        ElsaActivities.All.Concat(ApprovalActivities.All).ToFrozenDictionary(executor => executor.Type);

    private static readonly DefinitionActivity Used = new();

    /// <summary>Types that can be executed.</summary>
    public static IEnumerable<string> Types => ByType.Keys;

    /// <summary>The executor of an activity.</summary>
    /// <exception cref="ActivityFaultException">Its type is not executed here.</exception>
    public static ActivityExecutor Of(ActivityNode node) =>
        Find(node) ?? throw new ActivityFaultException(FaultKind.NotExecutedHere, $"{node.Type} is not executed here.");

    /// <summary>The executor of an activity; null when its type is not executed here.</summary>
    public static ActivityExecutor? Find(ActivityNode node) => ByType.GetValueOrDefault(node.Type) ?? (node.Used is null ? null : Used);
}
