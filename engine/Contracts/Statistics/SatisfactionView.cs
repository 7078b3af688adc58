namespace ApprovalEngine.Contracts.Statistics;

/// <summary>Satisfaction (滿意率) of a period.</summary>
/// <param name="Rate">Ratings of 3 (基本滿意) and better / ratings given.</param>
/// <param name="Grades">How many of each grade, the best first.</param>
public sealed record SatisfactionView(Rate Rate, IReadOnlyList<GradeCount> Grades);

/// <summary>How often a grade was given.</summary>
/// <param name="Grade">VerySatisfied to VeryDissatisfied.</param>
/// <param name="Count">Ratings.</param>
public sealed record GradeCount(string Grade, int Count);

/// <summary>A rating in a list.</summary>
/// <param name="CaseId">Its case.</param>
/// <param name="CaseNo">Number of the case.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Unit">Code of the unit that answers for it.</param>
/// <param name="Grade">VerySatisfied to VeryDissatisfied.</param>
/// <param name="Reason">What was wrong; null after a good grade.</param>
/// <param name="GivenAt">Instant (UTC).</param>
public sealed record RatingListed(Guid CaseId, string CaseNo, string Item, string Unit, string Grade, string? Reason, DateTimeOffset GivenAt);
