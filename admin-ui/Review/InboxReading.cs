using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>Asks for the rows of an inbox, whichever list it is.</summary>
public static class InboxReading
{
    /// <summary>The row of an open task, or of a case that was given to read, wherever in its list it stands; null where it is not to be had.</summary>
    /// <param name="api">The server.</param>
    /// <param name="tab">The list.</param>
    /// <param name="key">Key of the row.</param>
    public static async Task<InboxRow?> Find(ApiClient api, InboxTab tab, Guid key) => tab switch
    {
        InboxTab.Mine or InboxTab.Claimable => await api.Find<TaskView>($"tasks/{key}") is { } open ? InboxRow.Of(open.Task) : null,
        InboxTab.Copied => await api.Find<CaseView>($"cases/{key}") is { } copied ? new(key, key, copied.Case.CaseNo, copied.Case.Item, copied.Case.Applicant, null) : null,
        _ => null,
    };

    /// <summary>A page of a list.</summary>
    /// <param name="api">The server.</param>
    /// <param name="place">The list and what narrows it.</param>
    /// <param name="take">How many rows.</param>
    /// <param name="after">The `next` of the page before; null for the first.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Page<InboxRow>> Read(ApiClient api, InboxPlace place, int take, string? after, CancellationToken cancel)
    {
        var page = $"?take={take}{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}{(place.Query is { Length: > 0 } query ? "&" + query : "")}";
        switch (place.Tab)
        {
            case InboxTab.Mine or InboxTab.Claimable:
                var open = await api.Get<Page<TaskListed>>((place.Tab == InboxTab.Mine ? "tasks" : "tasks/claimable") + page, cancel);
                return new([.. open.Items.Select(InboxRow.Of)], open.Next);
            case InboxTab.Done:
                var done = await api.Get<Page<TaskDone>>("tasks/done" + page, cancel);
                return new([.. done.Items.Select(InboxRow.Of)], done.Next);
            default:
                var copies = await api.Get<Page<CopyListed>>("copies" + page, cancel);
                return new([.. copies.Items.Select(InboxRow.Of)], copies.Next);
        }
    }
}
