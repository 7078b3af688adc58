using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

internal sealed class FindCasesHandler(CaseDatabase database, CaseSearch search, ListedCases lists) : IRequestHandler<FindCases, Page<CaseListed>>
{
    public async Task<Page<CaseListed>> Handle(FindCases query, CancellationToken cancellationToken)
    {
        var take = Cursor.Take(query.Take);
        var rows = await database.ListAsync(
            await search.RowsAsync(CaseListing.Select, query.Access, query.Filter, cancellationToken), CaseListing.Read, cancellationToken,
            await search.ParametersAsync(query.Access, query.Filter, query.After, take + 1, cancellationToken));
        return Pages.Of(await lists.Of(query.Access.CentreId, rows, cancellationToken), take, last => CaseOrder.Place(query.Filter.Sort, last));
    }
}
