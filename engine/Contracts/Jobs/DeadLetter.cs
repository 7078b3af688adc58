namespace ApprovalEngine.Contracts.Jobs;

/// <summary>A message that was given up.</summary>
/// <param name="OutboxId">Its number.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="CaseNo">The case's number.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LastError">Why it failed last.</param>
/// <param name="CreatedAt">Instant (UTC).</param>
public sealed record DeadLetter(long OutboxId, Guid CaseId, string CaseNo, string Kind, int Attempts, string? LastError, DateTimeOffset CreatedAt)
{
    /// <summary>What a message can be.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["Notification", "ServiceCall", "HttpRequest", "Dispatch", "Document", "Event"];
}
