using System.Collections.Frozen;
using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>A mapping between two versions, checked once for all the cases that are to be moved.</summary>
public sealed class MigrationPlan
{
    private readonly FrozenDictionary<string, ActivityNode> targets;

    /// <summary>Looks at the mapping; what is wrong with it stands in <see cref="Faults"/>.</summary>
    public MigrationPlan(CompiledFlow from, CompiledFlow to, MigrationMapping mapping)
    {
        From = from;
        To = to;
        Mapping = mapping;
        targets = Targets().ToFrozenDictionary(StringComparer.Ordinal);
        Faults = [.. PlanCheck.Of(this)];
    }

    /// <summary>The version that is left.</summary>
    public CompiledFlow From { get; }

    /// <summary>The version that is entered.</summary>
    public CompiledFlow To { get; }

    /// <summary>As it was given.</summary>
    public MigrationMapping Mapping { get; }

    /// <summary>What is wrong for every case; none can be moved then.</summary>
    public ImmutableArray<MigrationFault> Faults { get; }

    /// <summary>Why this case cannot be moved; empty when it can, as far as can be said without moving it.</summary>
    public ImmutableArray<MigrationFault> FaultsOf(FlowState state) => [.. CaseCheck.Of(this, state).Distinct()];

    /// <summary>Where an activity goes; null when it has no target.</summary>
    internal ActivityNode? TargetOf(string activity) => targets.GetValueOrDefault(activity);

    /// <summary>Where an activity goes.</summary>
    internal ActivityNode? TargetOf(ActivityNode activity) => TargetOf(activity.Id);

    /// <summary>The id that history about an activity goes on under; null when it has none: what began anew there is another step.</summary>
    internal ActivityNode? HeirOf(string activity) => TargetOf(activity) is { } target && target.Type == From.Activities[activity].Type ? target : null;

    /// <summary>Whether work on the activity is closed and its target begins.</summary>
    internal bool IsAnew(string activity) => Mapping.Anew.Contains(activity);

    /// <summary>Of two ways to one target the one that was said wins over the one that was only left as it was.</summary>
    private Dictionary<string, ActivityNode> Targets()
    {
        var said = Mapping.Targets.Where(pair => pair.Value is not null && From.Activities.ContainsKey(pair.Key) && To.Activities.ContainsKey(pair.Value))
            .ToDictionary(pair => pair.Key, pair => To.Activities[pair.Value!]);
        var taken = said.Values.ToHashSet();
        foreach (var node in From.Activities.Values.Where(node => !Mapping.Targets.ContainsKey(node.Id)))
        {
            var same = node == From.Root ? To.Root : To.Activities.GetValueOrDefault(node.Id);
            if (same is not null && same.Type == node.Type && taken.Add(same))
            {
                said.Add(node.Id, same);
            }
        }

        return said;
    }
}
