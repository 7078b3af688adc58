namespace ApprovalEngine.Contracts.Statistics;

/// <summary>One figure of some cases: a count, or a rate with what it was made of.</summary>
/// <param name="Count">The count; null for a rate.</param>
/// <param name="Rate">The rate; null for a count.</param>
/// <param name="IsCalendar">Whether an early figure stands over cases limited by a calendar instant, there being no others among them.</param>
public sealed record FigureValue(long? Count, Rate? Rate, bool IsCalendar);
