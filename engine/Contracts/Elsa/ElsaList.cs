namespace ApprovalEngine.Contracts.Elsa;

/// <summary>A whole list in Elsa's form.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Count">How many.</param>
public sealed record ElsaList<T>(IReadOnlyList<T> Items, int Count)
{
    /// <summary>The list of these.</summary>
    public ElsaList(IReadOnlyList<T> items)
        : this(items, items.Count)
    {
    }
}
