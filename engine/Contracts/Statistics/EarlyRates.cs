namespace ApprovalEngine.Contracts.Statistics;

/// <summary>The three early figures, always side by side, each by its own name (domain.md, "Figures").</summary>
/// <param name="AverageEarly">平均提前辦結率.</param>
/// <param name="TimeSaved">辦理提速率, not clamped.</param>
/// <param name="EarlyShare">提前辦結率(按件).</param>
public sealed record EarlyRates(Rate AverageEarly, Rate TimeSaved, Rate EarlyShare);
