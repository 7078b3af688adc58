namespace ApprovalEngine.Contracts.Cases;

/// <summary>The end of a case outside its flow.</summary>
/// <param name="Decision">Withdrawn or Terminated.</param>
/// <param name="Reason">Why.</param>
public sealed record EndRequest(string Decision, string Reason);
