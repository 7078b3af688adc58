using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Shows rows of cases as lists do: with the names of what they are about, and how it stands with their deadlines now.</summary>
internal sealed class ListedCases(OrgDirectory directories, ItemStore items, CalendarStore calendars, TimeProvider clock)
{
    /// <summary>One for each row, in their order.</summary>
    public async Task<IReadOnlyList<CaseListed>> Of(int centreId, IReadOnlyCollection<CaseListing> rows, CancellationToken cancel)
    {
        var directory = await directories.Of(centreId, cancel);
        var days = new DueDays(await calendars.Of(centreId, cancel), clock.GetUtcNow());
        var listed = new List<CaseListed>(rows.Count);
        foreach (var row in rows)
        {
            listed.Add(row.Listed(directory, await items.Of(centreId, row.ItemId, row.ItemVersion, cancel), days));
        }

        return listed;
    }
}
