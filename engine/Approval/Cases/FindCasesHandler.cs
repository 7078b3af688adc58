using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

internal sealed class FindCasesHandler(CaseDatabase database, CaseSearch search, OrgDirectory directories, ItemStore items, TimeProvider clock)
    : IRequestHandler<FindCases, Page<CaseListed>>
{
    public async Task<Page<CaseListed>> Handle(FindCases query, CancellationToken cancellationToken)
    {
        var directory = await directories.Of(query.Access.CentreId, cancellationToken);
        var now = clock.GetUtcNow();
        var take = Cursor.Take(query.Take);
        var rows = await database.ListAsync(
            await search.RowsAsync(CaseListing.Select, query.Access, query.Filter, cancellationToken), CaseListing.Read, cancellationToken,
            await search.ParametersAsync(query.Access, query.Filter, query.After, take + 1, cancellationToken));
        var listed = new List<CaseListed>(rows.Count);
        foreach (var row in rows)
        {
            listed.Add(row.Listed(directory, await items.Of(query.Access.CentreId, row.ItemId, row.ItemVersion, cancellationToken), now));
        }

        return Pages.Of(listed, take, last => CaseOrder.Place(query.Filter.Sort, last));
    }
}
