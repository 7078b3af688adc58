namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What a delegate or an added signer answered.</summary>
/// <param name="By">User name.</param>
/// <param name="Outcome">One of the task's outcomes from a delegate, Agreed or Disagreed from a signer.</param>
/// <param name="At">Instant (UTC).</param>
public sealed record Advice(string By, string Outcome, DateTimeOffset At);
