namespace ApprovalEngine.Contracts.Jobs;

/// <summary>The jobs and what waits for them.</summary>
/// <param name="Jobs">Those that recur, by name.</param>
/// <param name="Hosts">Job servers that live.</param>
/// <param name="Waiting">Runs that wait for a worker.</param>
/// <param name="Running">Runs under way.</param>
/// <param name="Failed">Runs that failed and were not repeated.</param>
/// <param name="Messages">Messages of the centre that wait to go out.</param>
/// <param name="OldestMessageAt">Since when the oldest of them waits (UTC); null when none does.</param>
/// <param name="DeadLetters">Messages of the centre that were given up.</param>
/// <param name="Timers">Timers of the centre that are due and not fired yet.</param>
/// <param name="TimersAt">When timers were looked at last, or are being (UTC); null when they never were.</param>
public sealed record JobsView(
    IReadOnlyList<JobListed> Jobs, long Hosts, long Waiting, long Running, long Failed, int Messages, DateTimeOffset? OldestMessageAt, int DeadLetters, int Timers, DateTimeOffset? TimersAt);
