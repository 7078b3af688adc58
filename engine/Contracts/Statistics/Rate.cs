namespace ApprovalEngine.Contracts.Statistics;

/// <summary>A rate with what it was made of.</summary>
/// <param name="Value">Percent, two decimals, half up; null where the denominator is empty, never 0 or 100.</param>
/// <param name="Numerator">Cases, days or shares, as the figure's definition says.</param>
/// <param name="Denominator">Likewise.</param>
public sealed record Rate(decimal? Value, decimal Numerator, decimal Denominator)
{
    /// <summary>Numerator through denominator.</summary>
    public static Rate Of(decimal numerator, decimal denominator) =>
        new(denominator == 0 ? null : Math.Round(100 * numerator / denominator, 2, MidpointRounding.AwayFromZero), numerator, denominator);
}
