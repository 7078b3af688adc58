using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>Where in the inbox somebody is: the list, what narrows it, and the row that is open. It stands in the address, which is the truth.</summary>
/// <param name="Tab">The list.</param>
/// <param name="Filter">What narrows it; a list of what is past knows item and search alone.</param>
/// <param name="Row">The row that is open; null for none.</param>
/// <param name="Past">The order of a list of what is past; null for the latest first.</param>
public sealed record InboxPlace(InboxTab Tab, InboxFilter Filter, Guid? Row = null, PastSort? Past = null)
{
    /// <summary>Whether it is a list of open tasks, which can be dealt with.</summary>
    public static bool IsOpenWork(InboxTab tab) => tab is InboxTab.Mine or InboxTab.Claimable;

    /// <summary>Whether the list is narrowed.</summary>
    public bool IsNarrowed => Filter.IsNarrowed();

    /// <summary>Whether it stands in the usual order, by urgency.</summary>
    public bool IsByUrgency => Filter.Sort is null or TaskSort.Due;

    /// <summary>The address below the office's root.</summary>
    public string Address => "office/inbox?" + Queries.Of([("tab", Word(Tab)), .. Narrowed(Filter.Due is { } due ? Word(due) : null, (Filter.Sort?.ToString() ?? Past?.ToString())?.ToLowerInvariant()), ("task", Row?.ToString())]);

    /// <summary>What is asked of the server besides the page; it knows its words as they are written.</summary>
    public string Query => Queries.Of(Narrowed(Filter.Due?.ToString(), Filter.Sort?.ToString() ?? Past?.ToString()));

    /// <summary>Reads what an address says; what it does not know is left out.</summary>
    public static InboxPlace Of(string? tab, string? item, string? due, string? search, Guid? row, string? sort = null)
    {
        var list = Enum.TryParse<InboxTab>(tab, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : InboxTab.Mine;
        return new(list, Clean(list, new() { Item = item, Due = Known<DueBy>(due), Search = search, Sort = Known<TaskSort>(sort) }), row, IsOpenWork(list) ? null : Unusual(Known<PastSort>(sort)));
    }

    /// <summary>Where a filter leads that somebody keeps.</summary>
    public static InboxPlace Of(SavedFilter kept) => new(kept.Tab, Clean(kept.Tab, kept.Filter), Past: IsOpenWork(kept.Tab) ? null : Unusual(kept.Past));

    /// <summary>The same list, narrowed otherwise; no row is open.</summary>
    public InboxPlace With(InboxFilter filter) => new(Tab, Clean(Tab, filter), Past: Past);

    /// <summary>The same list of what is past in another order.</summary>
    public InboxPlace With(PastSort? past) => new(Tab, Filter, Past: Unusual(past));

    /// <summary>Another list, or none other: between lists of open tasks, and between those of what is past, what narrows them stays and so does their order.</summary>
    public InboxPlace With(InboxTab tab) => IsOpenWork(tab) == IsOpenWork(Tab) ? new(tab, Filter, Past: Past) : new(tab, new());

    private IEnumerable<(string, string?)> Narrowed(string? due, string? sort) => [("item", Filter.Item), ("due", due), ("search", Filter.Search), ("sort", sort)];

    private static InboxFilter Clean(InboxTab tab, InboxFilter filter)
    {
        var (item, search) = (Said(filter.Item), Said(filter.Search));
        return IsOpenWork(tab) ? filter with { Item = item, Search = search, Sort = filter.Sort == TaskSort.Due ? null : filter.Sort } : new() { Item = item, Search = search };
    }

    private static PastSort? Unusual(PastSort? past) => past == PastSort.Newest ? null : past;

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private static T? Known<T>(string? word)
        where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
