namespace ApprovalEngine.Contracts.Elsa;

/// <summary>Where an instance stands, in short.</summary>
/// <param name="Status">Running or Finished.</param>
/// <param name="SubStatus">Pending, Executing, Suspended, Finished, Cancelled, Faulted.</param>
/// <param name="UpdatedAt">Last change (UTC).</param>
public sealed record ElsaExecutionState(string Status, string SubStatus, DateTimeOffset UpdatedAt);
