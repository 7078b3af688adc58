namespace ApprovalEngine.Approval.Statistics;

/// <summary>What narrows the figures; null narrows nothing.</summary>
/// <param name="Item">Code of an item.</param>
/// <param name="Unit">Code of a unit; the units below it count with it.</param>
/// <param name="Window">Code of the window of receipt.</param>
/// <param name="Channel">Name of the channel.</param>
public sealed record StatisticsFilter(string? Item = null, string? Unit = null, string? Window = null, string? Channel = null);
