namespace ApprovalEngine.Contracts.Jobs;

/// <summary>What a run of a job did, as numbers: whoever reads it says them in their language.</summary>
/// <param name="Counts">In the order in which they are said.</param>
/// <param name="Milliseconds">How long it took; null while it is under way.</param>
public sealed record JobReport(IReadOnlyList<JobCount> Counts, long? Milliseconds = null);
