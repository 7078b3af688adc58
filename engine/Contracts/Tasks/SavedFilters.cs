namespace ApprovalEngine.Contracts.Tasks;

/// <summary>The filters of the inbox that a person keeps under a name, in their order.</summary>
/// <param name="Version">How often they were kept; what is sent names the version it builds on, 0 for the first.</param>
/// <param name="Filters">The filters.</param>
public sealed record SavedFilters(int Version, IReadOnlyList<SavedFilter> Filters)
{
    /// <summary>More of them are no help in finding one.</summary>
    public const int Most = 20;

    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 40;
}

/// <summary>A filter under a name: what the inbox's address says.</summary>
/// <param name="Name">As the person calls it; unique among theirs.</param>
/// <param name="Tab">The list.</param>
/// <param name="Filter">Which of its rows; a list of what is past knows item and search.</param>
/// <param name="Past">The order of a list of what is past; null for the latest first.</param>
public sealed record SavedFilter(string Name, InboxTab Tab, InboxFilter Filter, PastSort? Past = null);
