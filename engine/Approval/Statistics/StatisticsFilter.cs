namespace ApprovalEngine.Approval.Statistics;

/// <summary>What narrows the figures; null narrows nothing.</summary>
/// <param name="Item">Code of an item.</param>
/// <param name="Unit">Code of a unit; the units below it count with it, unless it is meant alone.</param>
/// <param name="Window">Code of the window of receipt; <c>-</c> for cases without one.</param>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Person">User name of who held a task; <c>-</c> for cases in which nobody did.</param>
/// <param name="IsUnitAlone">Only the unit itself: as a group by unit counts.</param>
public sealed record StatisticsFilter(string? Item = null, string? Unit = null, string? Window = null, string? Channel = null, string? Person = null, bool IsUnitAlone = false);
