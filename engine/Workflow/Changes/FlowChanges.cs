using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Changes;

/// <summary>
/// What differs between two versions of a flow, for those who answer for it. Activities are the same where their ids are; where things stand on
/// the designer's canvas makes no difference to a case and is only counted, and what merely numbers the versions is left out.
/// </summary>
/// <param name="Changes">The definition's own first, then activities in the order of the newer version, then those that are gone.</param>
/// <param name="Moved">How many activities stand elsewhere on the canvas.</param>
public sealed record FlowChanges(ImmutableArray<FlowChange> Changes, int Moved)
{
    /// <summary>Compares two versions.</summary>
    /// <param name="before">The older.</param>
    /// <param name="after">The newer.</param>
    public static FlowChanges Between(FlowDefinition before, FlowDefinition after)
    {
        var older = FlowPart.Of(before).ToDictionary(part => part.Key);
        var newer = FlowPart.Of(after).ToList();
        var gone = older.Values.ExceptBy(newer.Select(part => part.Key), part => part.Key).Select(part => new FlowChange(part.ActivityId, part.Type, FlowChangeKind.Removed));
        return new(
            [.. newer.Select(part => Change(older.GetValueOrDefault(part.Key), part)).OfType<FlowChange>(), .. gone],
            newer.Count(part => older.TryGetValue(part.Key, out var old) && old.Canvas != part.Canvas));
    }

    /// <summary>Null where nothing differs.</summary>
    private static FlowChange? Change(FlowPart? before, FlowPart after)
    {
        var (members, ways) = (Members(before?.Members ?? [], after.Members).ToImmutableArray(), Ways(before?.Ways ?? FlowPart.NoWays, after.Ways).ToImmutableArray());
        return before is not null && members.IsEmpty && ways.IsEmpty
            ? null
            : new FlowChange(after.ActivityId, after.Type, before is null ? FlowChangeKind.Added : FlowChangeKind.Changed) { Members = members, Ways = ways };
    }

    private static IEnumerable<MemberChange> Members(IReadOnlyList<FlowMember> before, IReadOnlyList<FlowMember> after)
    {
        var (old, now) = (before.ToDictionary(member => member.Path), after.ToDictionary(member => member.Path));
        return from member in after.UnionBy(before, member => member.Path)
               let was = old.GetValueOrDefault(member.Path)?.Text
               let @is = now.GetValueOrDefault(member.Path)?.Text
               where was != @is
               select new MemberChange(member.Path, was, @is);
    }

    private static IEnumerable<WayChange> Ways(ImmutableSortedDictionary<string, ImmutableArray<string>> before, ImmutableSortedDictionary<string, ImmutableArray<string>> after) =>
        from port in after.Keys.Union(before.Keys)
        let was = before.GetValueOrDefault(port, [])
        let @is = after.GetValueOrDefault(port, [])
        where !was.SequenceEqual(@is)
        select new WayChange(port, was, @is);
}
