using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>
/// Where what stands on the activities of one version goes in another. An activity that is not named keeps its place where the other
/// version has the same id and type (and nothing else was sent there), and has none otherwise.
/// </summary>
/// <param name="Targets">By activity of the old version: the activity of the new one; null for none.</param>
/// <param name="Anew">
/// Activities whose tokens do not carry their work over: it is closed there, and the target begins as though it had just been reached.
/// Only here may the target be of another type.
/// </param>
public sealed record MigrationMapping(ImmutableSortedDictionary<string, string?> Targets, ImmutableSortedSet<string> Anew)
{
    /// <summary>Everything keeps its id.</summary>
    public static MigrationMapping SameIds { get; } = new(ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal), ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>The same with one more activity sent somewhere.</summary>
    public MigrationMapping With(string activity, string? target) => this with { Targets = Targets.SetItem(activity, target) };

    /// <summary>The same with one more activity that begins anew at a target.</summary>
    public MigrationMapping WithAnew(string activity, string target) => With(activity, target) with { Anew = Anew.Add(activity) };
}
