namespace ApprovalEngine.Contracts.Cases;

/// <summary>A person stops a case (暫停): its clock stands still, and its tasks wait.</summary>
/// <param name="Cause">What is waited for.</param>
/// <param name="Basis">The rule that allows it.</param>
/// <param name="Document">Number of the paper that says so.</param>
/// <param name="EndsOn">Local day after which it goes on by itself.</param>
/// <param name="StopsLegal">Whether a law stops the legal clock too.</param>
public sealed record SuspendRequest(string Cause, string Basis, string Document, DateOnly EndsOn, bool StopsLegal = false);
