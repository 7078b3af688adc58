namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>Which instances Elsa's clients want to see; an empty list wants all.</summary>
public sealed record InstanceFilter
{
    private const int Usual = 25;
    private const int Most = 500;

    /// <summary>Part of a name, or an id, a definition's or a correlation id.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>These instances.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Of these definitions.</summary>
    public IReadOnlyList<string> DefinitionIds { get; init; } = [];

    /// <summary>Of these versions, by key.</summary>
    public IReadOnlyList<string> DefinitionVersionIds { get; init; } = [];

    /// <summary>With these correlation ids.</summary>
    public IReadOnlyList<string> CorrelationIds { get; init; } = [];

    /// <summary>Of a version's number; null for all.</summary>
    public int? Version { get; init; }

    /// <summary>Running, Finished.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Pending, Suspended, Finished, Cancelled, Faulted.</summary>
    public IReadOnlyList<string> SubStatuses { get; init; } = [];

    /// <summary>With or without open faults; null for both.</summary>
    public bool? HasIncidents { get; init; }

    /// <summary>The product's own; there are none. Null for all.</summary>
    public bool? IsSystem { get; init; }

    /// <summary>Conditions on instants.</summary>
    public IReadOnlyList<InstantFilter> Instants { get; init; } = [];

    /// <summary>Created, Updated, Finished or Name; null for Created.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Smallest first; else newest first, as Elsa has it.</summary>
    public bool IsAscending { get; init; }

    /// <summary>The page, from 0; null for the first.</summary>
    public int? Page { get; init; }

    /// <summary>Entries of a page; null for 25.</summary>
    public int? PageSize { get; init; }

    internal int Take => Math.Clamp(PageSize ?? Usual, 1, Most);

    internal long Skip => (long)Math.Max(Page ?? 0, 0) * Take;
}

/// <summary>A condition on an instant of an instance.</summary>
/// <param name="Column">CreatedAt, UpdatedAt or FinishedAt.</param>
/// <param name="Operator">Is, IsNot, GreaterThan, GreaterThanOrEqual, LessThan, LessThanOrEqual.</param>
/// <param name="At">The instant.</param>
public sealed record InstantFilter(string Column, string Operator, DateTimeOffset At);
