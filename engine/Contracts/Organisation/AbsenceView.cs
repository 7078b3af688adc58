namespace ApprovalEngine.Contracts.Organisation;

/// <summary>An absence.</summary>
/// <param name="AbsenceId">Its number.</param>
/// <param name="UserName">Who is away.</param>
/// <param name="Deputy">Who stands in.</param>
/// <param name="FromOn">First local day.</param>
/// <param name="UntilOn">Last local day, inclusive.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
public sealed record AbsenceView(int AbsenceId, string UserName, string Deputy, DateOnly FromOn, DateOnly UntilOn, string? Reason);
