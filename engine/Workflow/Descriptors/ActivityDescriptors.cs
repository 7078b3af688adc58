using System.Collections.Frozen;
using System.Collections.Immutable;
using ApprovalEngine.Workflow.Descriptors.Catalogue;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>The activity types that designers are offered.</summary>
public static class ActivityDescriptors
{
    /// <summary>All of them, by group.</summary>
    public static ImmutableArray<ActivityDescriptor> All { get; } =
    [
        .. ApprovalTasks.All, .. ApprovalActs.All, .. FlowActivities.All, .. BranchingActivities.All,
        .. LoopActivities.All, .. PrimitiveActivities.All, .. WaitingActivities.All, .. HttpActivities.All,
    ];

    private static readonly FrozenDictionary<string, ActivityDescriptor> ByType = All.ToFrozenDictionary(descriptor => descriptor.TypeName);

    /// <summary>The descriptor of a type; null where it is not known.</summary>
    public static ActivityDescriptor? Find(string typeName) => ByType.GetValueOrDefault(typeName);
}
