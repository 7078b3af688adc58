namespace ApprovalEngine.Contracts.Cases;

/// <summary>A page of a list that is read by key: each row comes exactly once, however the list changes meanwhile.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
