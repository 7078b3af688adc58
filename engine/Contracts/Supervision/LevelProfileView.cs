namespace ApprovalEngine.Contracts.Supervision;

/// <summary>A profile of supervision levels: when which alert is raised.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Version">Goes up when a threshold changes; alerts name the version that raised them.</param>
/// <param name="IsInForce">Whether the centre follows it.</param>
/// <param name="Rules">The thresholds.</param>
/// <param name="Items">Codes of the items that have chosen it for themselves.</param>
/// <param name="Name">What the centre calls it; null for one as it ships.</param>
public sealed record LevelProfileView(string Code, int Version, bool IsInForce, IReadOnlyList<LevelRuleView> Rules, IReadOnlyList<string> Items, LocalText? Name = null);

/// <summary>A profile shall say something else, or there shall be a new one.</summary>
/// <param name="Name">What it is called; null for one that ships, which has its name.</param>
/// <param name="Rules">The thresholds, 1 to 20.</param>
/// <param name="BuildsOn">The version that the change was made from; 0 for a new profile.</param>
public sealed record ChangeLevelsRequest(LocalText? Name, IReadOnlyList<LevelRuleView> Rules, int BuildsOn);

/// <summary>The centre shall follow a profile.</summary>
/// <param name="Profile">Its code.</param>
public sealed record ChooseLevelsRequest(string Profile);

/// <summary>A threshold.</summary>
/// <param name="Clock">The clock in whose name the alert is raised: Promised, Legal or Step.</param>
/// <param name="Level">Notice, YellowCard or RedCard.</param>
/// <param name="Measured">The clock that is measured.</param>
/// <param name="SharePercent">Share of the limit that is used, 1 to 100; null for another moment.</param>
/// <param name="MoreDays">Working days beyond the limit; 0 is the due moment itself; null for another moment.</param>
/// <param name="LastDays">The opening of the first of so many last counted days, 1 or more; null for another moment.</param>
public sealed record LevelRuleView(string Clock, string Level, string Measured, int? SharePercent = null, int? MoreDays = null, int? LastDays = null);
