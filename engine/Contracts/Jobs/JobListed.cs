namespace ApprovalEngine.Contracts.Jobs;

/// <summary>A job that recurs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cron">When it runs, as five fields of cron (UTC).</param>
/// <param name="NextAt">When it runs next (UTC); null while nothing is planned.</param>
/// <param name="LastAt">When its work was last done (UTC); null when it never was.</param>
/// <param name="State">How its last run stands: Enqueued, Processing, Succeeded, Failed ...; null when it never ran.</param>
/// <param name="Report">What the last run did; null when it never ran.</param>
/// <param name="Error">Why it cannot be planned; null when it can.</param>
public sealed record JobListed(string Name, string Cron, DateTimeOffset? NextAt, DateTimeOffset? LastAt, string? State, JobReport? Report, string? Error);
