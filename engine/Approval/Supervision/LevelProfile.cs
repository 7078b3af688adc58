using System.Collections.Immutable;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>The supervision levels of a centre: thresholds as data, versioned. An alert names the profile and version that raised it.</summary>
/// <param name="Code">What <c>centre.level_profile</c> names.</param>
/// <param name="Version">Goes up when a threshold changes; alerts already raised stay.</param>
/// <param name="Rules">The thresholds.</param>
public sealed record LevelProfile(string Code, int Version, ImmutableArray<LevelRule> Rules)
{
    /// <summary>Code and version as alerts keep them.</summary>
    public string Key => $"{Code}/{Version}";
}
