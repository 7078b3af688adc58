using ApprovalEngine.Contracts;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>
/// Something counted or summed over cases, written once: the number, the cases behind it and the rollup's column come from it.
/// Its SQL speaks of a fact as <c>f</c> (table case_fact) and is the program's own text, never a user's.
/// </summary>
/// <param name="Code">Name, and the rollup's column where one is kept.</param>
/// <param name="Name">What it counts, in words.</param>
/// <param name="Dated">By which date a case belongs to the period.</param>
/// <param name="Where">Which facts.</param>
/// <param name="Amount">What each contributes: an integer.</param>
/// <param name="Read">The same sum from the kept ones.</param>
internal sealed record Measure(string Code, LocalText Name, FactDate Dated, string Where, string Amount, Func<Tally, decimal> Read)
{
    /// <summary>The sum over some tallies.</summary>
    public decimal Of(IEnumerable<Tally> tallies) => tallies.Sum(Read);
}
