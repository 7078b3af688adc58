namespace ApprovalEngine.Contracts.Tasks;

/// <summary>An act that carries nothing but a reason.</summary>
/// <param name="Reason">Kept in the trail.</param>
public sealed record ReasonRequest(string? Reason = null);
