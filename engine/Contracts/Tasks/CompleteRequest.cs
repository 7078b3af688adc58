using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Tasks;

/// <summary>The answer to a task.</summary>
/// <param name="Outcome">One of the task's outcomes.</param>
/// <param name="Opinion">What the person adds in words.</param>
/// <param name="Data">Values for variables of the flow, by name.</param>
public sealed record CompleteRequest(string Outcome, string? Opinion = null, JsonObject? Data = null);
