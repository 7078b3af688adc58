namespace ApprovalEngine.Contracts.Incidents;

/// <summary>Which open incidents a list shows; what is null does not narrow it.</summary>
public sealed record IncidentFilter
{
    /// <summary>Code of the item.</summary>
    public string? Item { get; init; }

    /// <summary>What kind of fault it is, as <see cref="IncidentListed.Kind"/> names it.</summary>
    public string? Kind { get; init; }

    /// <summary>A part of the case number.</summary>
    public string? Search { get; init; }
}
