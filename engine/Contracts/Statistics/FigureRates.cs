namespace ApprovalEngine.Contracts.Statistics;

/// <summary>The rates of a period. The early ones stand over one kind of limit only: working days and calendar time are never pooled.</summary>
/// <param name="LimitKind">
/// Over which cases the three early figures stand: <c>workingDays</c>; <c>calendar</c> where no measured case of the period has a limit in working days.
/// </param>
/// <param name="AverageEarly">平均提前辦結率.</param>
/// <param name="TimeSaved">辦理提速率, not clamped; numerator and denominator in working days, for <c>calendar</c> in seconds.</param>
/// <param name="EarlyShare">提前辦結率(按件).</param>
/// <param name="OnTime">按時辦結率, over all closed cases.</param>
/// <param name="Instant">即辦件當日辦結率.</param>
public sealed record FigureRates(string LimitKind, Rate AverageEarly, Rate TimeSaved, Rate EarlyShare, Rate OnTime, Rate Instant);
