namespace ApprovalEngine.Contracts.Tasks;

/// <summary>What a person advised to whom a task was delegated.</summary>
/// <param name="By">User name.</param>
/// <param name="Outcome">The answer they would give.</param>
/// <param name="At">Instant (UTC).</param>
/// <param name="Opinion">What they wrote to it.</param>
public sealed record AdviceView(string By, string Outcome, DateTimeOffset At, string? Opinion);
