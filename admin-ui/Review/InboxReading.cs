using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>Asks for the rows of an inbox, whichever list it is.</summary>
public static class InboxReading
{
    /// <summary>The row of a task, or of a case that was given to read, wherever in its list it stands.</summary>
    /// <param name="api">The server.</param>
    /// <param name="tab">The list.</param>
    /// <param name="key">Key of the row.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ApiException">It is not there any more, or not to be had now.</exception>
    public static async Task<InboxRow> Find(ApiClient api, InboxTab tab, Guid key, CancellationToken cancel)
    {
        switch (tab)
        {
            case InboxTab.Mine or InboxTab.Claimable:
                return InboxRow.Of((await api.Get<TaskView>($"tasks/{key}", cancel)).Task);
            case InboxTab.Done:
                return InboxRow.Of(await api.Get<TaskDone>($"tasks/done/{key}", cancel));
            default:
                var copied = (await api.Get<CaseView>($"cases/{key}", cancel)).Case;
                return new(key, key, copied.CaseNo, copied.Item, copied.Applicant, null);
        }
    }

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
