namespace ApprovalEngine.Contracts.Tasks;

/// <summary>How a task ended.</summary>
/// <param name="End">Completed, Cancelled, Returned or Withdrawn.</param>
/// <param name="Outcome">The answer; null when nobody answered.</param>
/// <param name="By">User name of who answered, or whose act ended it.</param>
/// <param name="OnBehalfOf">For whom it was answered; null for oneself.</param>
/// <param name="At">Instant (UTC).</param>
public sealed record TaskEnded(string End, string? Outcome, string By, string? OnBehalfOf, DateTimeOffset At)
{
    /// <summary>What the flow's author calls the answer; null where they said nothing, or it was not asked for.</summary>
    public LocalText? OutcomeTitle { get; init; }
}
