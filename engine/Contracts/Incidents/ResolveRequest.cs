using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Incidents;

/// <summary>What an administrator decides about an incident.</summary>
/// <param name="Way">Retry, TakeOutcome, Return or Terminate.</param>
/// <param name="Reason">Kept in the trail.</param>
/// <param name="Variables">Variables to set before it is tried again; null for none.</param>
/// <param name="Outcome">The way on to take, for TakeOutcome.</param>
/// <param name="ToActivity">The step to go back to, for Return.</param>
public sealed record ResolveRequest(string Way, string Reason, JsonObject? Variables = null, string? Outcome = null, string? ToActivity = null);
