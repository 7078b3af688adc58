using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>An answer that takes effect when the added signers have answered too.</summary>
/// <param name="By">User name of who answered.</param>
/// <param name="OnBehalfOf">For whom; null for oneself.</param>
/// <param name="Outcome">The outcome chosen.</param>
/// <param name="Data">Values that the answer carries; null for none.</param>
public sealed record HeldAnswer(string By, string? OnBehalfOf, string Outcome, JsonObject? Data);
