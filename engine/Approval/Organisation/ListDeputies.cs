using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>The people who may stand in for a person, by what they are called.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="UserName">For whom: oneself, or somebody whom one administers or heads; null for oneself.</param>
public sealed record ListDeputies(Access Access, string? UserName = null) : IRequest<IReadOnlyList<PersonName>>;

internal sealed class ListDeputiesHandler(OrgDirectory directories) : IRequestHandler<ListDeputies, IReadOnlyList<PersonName>>
{
    public async Task<IReadOnlyList<PersonName>> Handle(ListDeputies request, CancellationToken cancellationToken)
    {
        var organisation = await directories.Of(request.Access.CentreId, cancellationToken);
        var person = AbsenceRights.Require(request.Access, organisation, request.UserName ?? request.Access.UserName);
        return [.. organisation.People.Where(other => AbsenceRights.MayStandIn(organisation, other, person)).Select(other => new PersonName(other.UserName, other.DisplayName, other.IsActive))];
    }
}
