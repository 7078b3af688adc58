namespace ApprovalEngine.Contracts.Statistics;

/// <summary>What a figure means.</summary>
/// <param name="Code">As in the answer; also names the drill-down.</param>
/// <param name="Version">Version of the rules that made it; rollups carry it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Formula">How it is made.</param>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">Out of what; null for a plain count.</param>
/// <param name="Exclusions">What stays out.</param>
public sealed record FigureDefinition(string Code, int Version, LocalText Name, LocalText Formula, LocalText Numerator, LocalText? Denominator, LocalText Exclusions)
{
    /// <summary>The orders that the numerator's cases can have, by name (<see cref="FigureCaseSort"/>).</summary>
    public IReadOnlyList<string> NumeratorSorts { get; init; } = [];

    /// <summary>Those of the denominator's.</summary>
    public IReadOnlyList<string> DenominatorSorts { get; init; } = [];
}
