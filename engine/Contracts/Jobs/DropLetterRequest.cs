namespace ApprovalEngine.Contracts.Jobs;

/// <summary>Drops a message that was given up.</summary>
/// <param name="Reason">Why; kept in the trail of administrative acts.</param>
public sealed record DropLetterRequest(string Reason);
