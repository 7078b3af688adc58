namespace ApprovalEngine.Contracts.Supervision;

/// <summary>A profile of supervision levels: when which alert is raised.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Version">Goes up when a threshold changes; alerts name the version that raised them.</param>
/// <param name="IsInForce">Whether the centre follows it.</param>
/// <param name="Rules">The thresholds.</param>
/// <param name="Items">Codes of the items that have chosen it for themselves.</param>
public sealed record LevelProfileView(string Code, int Version, bool IsInForce, IReadOnlyList<LevelRuleView> Rules, IReadOnlyList<string> Items);

/// <summary>The centre shall follow a profile.</summary>
/// <param name="Profile">Its code.</param>
public sealed record ChooseLevelsRequest(string Profile);

/// <summary>A threshold.</summary>
/// <param name="Clock">The clock in whose name the alert is raised: Promised, Legal or Step.</param>
/// <param name="Level">Notice, YellowCard or RedCard.</param>
/// <param name="Measured">The clock that is measured.</param>
/// <param name="SharePercent">Share of the limit that is used; null where days are counted.</param>
/// <param name="MoreDays">Working days beyond the limit; 0 is the due moment itself; null where a share is counted.</param>
public sealed record LevelRuleView(string Clock, string Level, string Measured, int? SharePercent, int? MoreDays);
