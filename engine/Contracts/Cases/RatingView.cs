namespace ApprovalEngine.Contracts.Cases;

/// <summary>The applicant's judgement of an ended case.</summary>
/// <param name="Grade">VeryDissatisfied, Dissatisfied, RatherSatisfied, Satisfied or VerySatisfied.</param>
/// <param name="Reason">What was wrong; null after a good grade.</param>
/// <param name="GivenAt">Instant (UTC).</param>
public sealed record RatingView(string Grade, string? Reason, DateTimeOffset GivenAt);
