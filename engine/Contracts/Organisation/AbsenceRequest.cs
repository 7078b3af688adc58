namespace ApprovalEngine.Contracts.Organisation;

/// <summary>Days on which a person is away and somebody stands in.</summary>
/// <param name="Deputy">User name of who stands in.</param>
/// <param name="FromOn">First local day.</param>
/// <param name="UntilOn">Last local day, inclusive.</param>
/// <param name="UserName">Who is away; null for oneself.</param>
/// <param name="Reason">Why; shown to the deputy.</param>
public sealed record AbsenceRequest(string Deputy, DateOnly FromOn, DateOnly UntilOn, string? UserName = null, string? Reason = null);
