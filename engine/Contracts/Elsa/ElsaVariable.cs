using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Elsa;

/// <summary>A variable of an instance.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it holds.</param>
public sealed record ElsaVariable(string Id, string Name, JsonNode? Value);
