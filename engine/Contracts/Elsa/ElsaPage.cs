namespace ApprovalEngine.Contracts.Elsa;

/// <summary>A page of a list in Elsa's form.</summary>
/// <param name="Items">The entries of the page.</param>
/// <param name="TotalCount">How many there are on all pages.</param>
/// <param name="Links">What the reader may do with the list; null where Elsa says nothing.</param>
public sealed record ElsaPage<T>(IReadOnlyList<T> Items, long TotalCount, IReadOnlyList<ElsaLink>? Links = null);
