namespace ApprovalEngine.Approval.Statistics;

/// <summary>
/// Integer sums over the cases of one group, kind and kind of limit: what rollups keep and every figure is made of.
/// Sums of integers are exact in any order, so upkeep and rebuild agree, and larger units pool cases.
/// </summary>
internal sealed record Tally
{
    /// <summary>The group: an id, by what the cases are grouped; 0 for none.</summary>
    public int Key { get; init; }

    /// <summary>Within the group: an id, by what it is divided; 0 for none.</summary>
    public int Across { get; init; }

    /// <summary>Of which kind the cases are.</summary>
    public bool IsInstant { get; init; }

    /// <summary>Whether their limit is a calendar instant.</summary>
    public bool IsCalendar { get; init; }

    /// <summary>Sums in the order of <see cref="Measures.Kept"/>.</summary>
    public required IReadOnlyList<decimal> Sums { get; init; }
}
