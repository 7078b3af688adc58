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
    private const string Count = $"select count(*) from {CaseFields.From} where {CaseSearch.Condition}";

    public async Task<long> Handle(CountCases query, CancellationToken cancellationToken) =>
        (await database.ListAsync(Count, reader => reader.GetInt64(0), cancellationToken, await search.ParametersAsync(query.Access, query.Filter, null, 0, cancellationToken))).Single();
}
