using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Cases;

/// <summary>A case's numbers in full, for someone who said why.</summary>
/// <param name="Form">The form as it was filled in.</param>
/// <param name="Number">The applicant's ID number or credit code; null when not known.</param>
/// <param name="Phone">The applicant's telephone; null when not known.</param>
public sealed record ShownNumbers(JsonObject Form, string? Number, string? Phone);
