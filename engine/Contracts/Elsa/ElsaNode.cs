using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Elsa;

/// <summary>An activity in its place.</summary>
/// <param name="NodeId">Path of ids from the workflow.</param>
/// <param name="Port">The place in its container.</param>
/// <param name="Activity">The activity with all that is nested in it.</param>
public sealed record ElsaNode(string NodeId, string Port, JsonObject Activity);
