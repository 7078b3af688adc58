using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>One figure, defined once: number, words, cases and rollup follow from it.</summary>
/// <param name="Code">As in the answer of <c>stats --json</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Formula">How it is made, in words.</param>
/// <param name="Exclusions">What stays out, and why.</param>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">Out of what; null for a plain count.</param>
/// <param name="Scale">The numerator's grain: billionths for the average of shares.</param>
internal sealed record Figure(string Code, LocalText Name, LocalText Formula, LocalText Exclusions, Measure Numerator, Measure? Denominator = null, decimal Scale = 1)
{
    /// <summary>Whether it stands over cases of one kind of limit only.</summary>
    public bool IsEarlyFigure => Numerator.Where.Contains("limit_amount", StringComparison.Ordinal);

    /// <summary>The plain count.</summary>
    public long Count(IEnumerable<Tally> tallies) => (long)Numerator.Of(tallies);

    /// <summary>The rate over some tallies.</summary>
    /// <param name="tallies">The cases.</param>
    /// <param name="unit">What one unit of numerator and denominator is divided by: microseconds to seconds for calendar limits.</param>
    public Rate RateOf(IReadOnlyCollection<Tally> tallies, decimal unit = 1) =>
        Rate.Of(Numerator.Of(tallies) / Scale / unit, Denominator!.Of(tallies) / unit);
}
