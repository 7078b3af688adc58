using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The filters of the inbox that a person keeps.</summary>
/// <param name="Access">Who asks.</param>
public sealed record MyFilters(Access Access) : IRequest<SavedFilters>;

internal sealed class MyFiltersHandler(OwnLists lists) : IRequestHandler<MyFilters, SavedFilters>
{
    public async Task<SavedFilters> Handle(MyFilters query, CancellationToken cancellationToken)
    {
        var (version, filters) = await lists.ReadAsync<SavedFilter>(query.Access, OwnListKind.Filters, cancellationToken);
        return new(version, filters);
    }
}
