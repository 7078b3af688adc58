namespace ApprovalEngine.Contracts.Cases;

/// <summary>More time for a case.</summary>
/// <param name="Days">Working days added.</param>
/// <param name="Reason">Why, as the applicant is told.</param>
public sealed record ExtendRequest(int Days, string Reason);
