using ApprovalEngine.Contracts.Jobs;

namespace ApprovalEngine.Approval.Timers;

/// <summary>What a sweep did.</summary>
/// <param name="Cases">Cases that had something due.</param>
/// <param name="Moved">Of them, those that were moved on or got an alert here.</param>
/// <param name="Failed">Of them, those that could not be moved; they are tried again at the next sweep.</param>
public sealed record SweepReport(int Cases, int Moved, int Failed)
{
    /// <summary>The same as the numbers of a job.</summary>
    internal IReadOnlyList<JobCount> Counts => [new("casesDue", Cases), new("casesMoved", Moved), new("failed", Failed)];
}
