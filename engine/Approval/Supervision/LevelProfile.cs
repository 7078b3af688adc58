using System.Collections.Immutable;
using ApprovalEngine.Contracts;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>Supervision levels: thresholds as data, versioned. An alert names the profile and version that raised it.</summary>
/// <param name="Code">What <c>centre.level_profile</c> names.</param>
/// <param name="Version">Goes up when a threshold changes; alerts already raised stay.</param>
/// <param name="Rules">The thresholds.</param>
public sealed record LevelProfile(string Code, int Version, ImmutableArray<LevelRule> Rules)
{
    /// <summary>What a centre calls it; null for what ships, which is called in each language by its code.</summary>
    public LocalText? Name { get; init; }

    /// <summary>Code and version as alerts keep them.</summary>
    public string Key => $"{Code}/{Version}";
}
