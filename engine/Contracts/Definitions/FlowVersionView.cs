using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Definitions;

/// <summary>A version of a flow definition with its document.</summary>
/// <param name="Summary">What the product keeps about it.</param>
/// <param name="Document">The Elsa 3 definition.</param>
public sealed record FlowVersionView(FlowSummary Summary, JsonObject Document);
