namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Which definitions Elsa's clients want to see.</summary>
public sealed record DefinitionFilter
{
    private const int Usual = 100;
    private const int Most = 500;

    /// <summary>Which versions; null for all.</summary>
    public string? VersionOptions { get; init; }

    /// <summary>Of these definitions; none for all.</summary>
    public IReadOnlyList<string> DefinitionIds { get; init; } = [];

    /// <summary>Of these versions; none for all.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Part of a name or description, or an id.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>The product's own or not; null for both.</summary>
    public bool? IsSystem { get; init; }

    /// <summary>Not to be edited or to be; null for both.</summary>
    public bool? IsReadonly { get; init; }

    /// <summary>Name, Version or Created; null for Created.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Largest first.</summary>
    public bool IsDescending { get; init; }

    /// <summary>The page, from 0; null for the first.</summary>
    public int? Page { get; init; }

    /// <summary>Entries of a page; null for a hundred.</summary>
    public int? PageSize { get; init; }

    internal int Take => Math.Clamp(PageSize ?? Usual, 1, Most);

    internal int Skip => (int)Math.Min((long)Math.Max(Page ?? 0, 0) * Take, int.MaxValue);
}
