namespace ApprovalEngine.Contracts.Cases;

/// <summary>A message to the applicant that went out.</summary>
/// <param name="At">Instant (UTC).</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">What was said.</param>
public sealed record CaseTold(DateTimeOffset At, string Subject, string Text);
