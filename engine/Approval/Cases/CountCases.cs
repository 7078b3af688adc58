using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>How many cases <see cref="FindCases"/> would list.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">What to count.</param>
public sealed record CountCases(Access Access, CaseFilter Filter) : IRequest<long>;

internal sealed class CountCasesHandler(CaseDatabase database, CaseSearch search) : IRequestHandler<CountCases, long>
{
    public async Task<long> Handle(CountCases query, CancellationToken cancellationToken) =>
        (await database.ListAsync(
            await search.CountAsync(query.Access, query.Filter, cancellationToken), reader => reader.GetInt64(0), cancellationToken,
            await search.ParametersAsync(query.Access, query.Filter, null, null, cancellationToken))).Single();
}
