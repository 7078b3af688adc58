namespace ApprovalEngine.Approval.Statistics;

/// <summary>A sum that a rollup keeps otherwise than the facts give it.</summary>
/// <param name="Dimension">centre, item, unit, window or channel.</param>
/// <param name="Grain">Of a day or of a month.</param>
/// <param name="Period">The day, or the month's first day.</param>
/// <param name="Key">Id of the item, unit or window, number of the channel; 0 for the centre or none.</param>
/// <param name="Column">Which sum.</param>
/// <param name="Kept">As it was kept.</param>
/// <param name="Counted">As the facts give it.</param>
public sealed record RollupDifference(string Dimension, Grain Grain, DateOnly Period, int Key, string Column, long Kept, long Counted);
