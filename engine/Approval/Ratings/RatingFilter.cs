namespace ApprovalEngine.Approval.Ratings;

/// <summary>Which ratings are meant; what is null does not narrow them.</summary>
/// <param name="From">First local date on which a rating was given.</param>
/// <param name="To">Last one, inclusive.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Unit">Code of a unit; those below it count with it.</param>
public sealed record RatingFilter(DateOnly From, DateOnly To, string? Item = null, string? Unit = null);
