namespace ApprovalEngine.Contracts.Organisation;

/// <summary>All open work of a person goes to somebody else, or back on offer.</summary>
/// <param name="ToUser">Who gets it; null puts it back on offer. What they may not have goes on offer too.</param>
/// <param name="Reason">Kept in the trail of every case.</param>
public sealed record HandOverRequest(string? ToUser, string Reason);
