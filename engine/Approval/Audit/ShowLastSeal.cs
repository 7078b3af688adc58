using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Audit;

/// <summary>The last seal of the trail, for those who take figures out on paper: whoever keeps the sheet can later prove what the seal covers.</summary>
/// <param name="Access">Who asks.</param>
public sealed record ShowLastSeal(Access Access) : IRequest<SealListed>;

internal sealed class ShowLastSealHandler(SealStore store) : IRequestHandler<ShowLastSeal, SealListed>
{
    public async Task<SealListed> Handle(ShowLastSeal asked, CancellationToken cancellationToken)
    {
        asked.Access.Require(Role.Supervisor, Role.Auditor, Role.HeadOfCentre);
        return await store.LastAsync(asked.Access.CentreId, cancellationToken) is { } last ? SealViews.Listed(last) : throw new NotFoundException("Seal", "last");
    }
}
