using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>Proposes a mapping between two versions: by id, then by name, then where only one of a type is left. A person looks at it before it is used.</summary>
public static class MigrationProposal
{
    /// <summary>A pair for every activity of the old version, in document order.</summary>
    public static IReadOnlyList<ProposedPair> Of(CompiledFlow from, CompiledFlow to)
    {
        var pairs = new Pairs();
        if (from.Root.Type == to.Root.Type)
        {
            pairs.Add(from.Root, to.Root, MigrationMatch.Root);
        }

        foreach (var node in InOrder(from).Where(node => !pairs.Has(node)))
        {
            if (to.Activities.TryGetValue(node.Id, out var same) && same.Type == node.Type && !pairs.IsTaken(same))
            {
                pairs.Add(node, same, MigrationMatch.Id);
            }
        }

        pairs.AddUnique(InOrder(from), InOrder(to).ToList(), node => node.Name is null ? null : (node.Type, node.Name), MigrationMatch.Name);
        pairs.AddUnique(InOrder(from), InOrder(to).ToList(), node => node.Parent is { } parent ? (node.Type, pairs.CommonOf(parent)) : null, MigrationMatch.Type);
        return [.. InOrder(from).Select(pairs.Of)];
    }

    /// <summary>The proposal as a mapping.</summary>
    public static MigrationMapping Mapping(IEnumerable<ProposedPair> pairs) =>
        pairs.Where(pair => pair.Target != pair.Activity).Aggregate(MigrationMapping.SameIds, (mapping, pair) => mapping.With(pair.Activity, pair.Target));

    private static IEnumerable<ActivityNode> InOrder(CompiledFlow flow) => flow.Activities.Values.OrderBy(node => node.Index);

    private sealed class Pairs
    {
        private readonly Dictionary<ActivityNode, (ActivityNode Target, MigrationMatch Match)> targets = [];
        private readonly Dictionary<ActivityNode, ActivityNode> sources = [];

        public bool Has(ActivityNode node) => targets.ContainsKey(node);

        public bool IsTaken(ActivityNode target) => sources.ContainsKey(target);

        public void Add(ActivityNode node, ActivityNode target, MigrationMatch match)
        {
            targets.Add(node, (target, match));
            sources.Add(target, node);
        }

        /// <summary>Pairs what bears a key that only one on either side bears.</summary>
        public void AddUnique(IEnumerable<ActivityNode> from, List<ActivityNode> to, Func<ActivityNode, object?> keyOf, MigrationMatch match)
        {
            foreach (var node in from.Where(node => !Has(node)).GroupBy(keyOf).Where(group => group.Key is not null && group.Count() == 1).Select(group => (group.Key, Node: group.Single())).ToList())
            {
                if (to.Where(other => !IsTaken(other) && other.Type == node.Node.Type && node.Key!.Equals(keyOf(other))).ToList() is [var only])
                {
                    Add(node.Node, only, match);
                }
            }
        }

        /// <summary>What stands for a container on both sides: its counterpart in the new version.</summary>
        public ActivityNode CommonOf(ActivityNode container) => targets.TryGetValue(container, out var pair) ? pair.Target : container;

        public ProposedPair Of(ActivityNode node) => targets.TryGetValue(node, out var pair)
            ? new ProposedPair(node.Id, node.Type, pair.Target.Id, pair.Match)
            : new ProposedPair(node.Id, node.Type, null, MigrationMatch.None);
    }
}
