namespace ApprovalEngine.Contracts.Organisation;

/// <summary>What became of a person's work.</summary>
/// <param name="Moved">Tasks that went to the one named.</param>
/// <param name="Offered">Tasks that went back on offer, or to who delegated them.</param>
/// <param name="Left">Cases in which something is still with the person; a job takes them up again.</param>
public sealed record HandedOver(int Moved, int Offered, int Left);
