using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>The people who may stand in for who asks, by what they are called.</summary>
/// <param name="Access">Who asks.</param>
public sealed record ListDeputies(Access Access) : IRequest<IReadOnlyList<PersonName>>;

internal sealed class ListDeputiesHandler(OrgDirectory directories) : IRequestHandler<ListDeputies, IReadOnlyList<PersonName>>
{
    public async Task<IReadOnlyList<PersonName>> Handle(ListDeputies request, CancellationToken cancellationToken)
    {
        var organisation = await directories.Of(request.Access.CentreId, cancellationToken);
        return organisation.FindPerson(request.Access.UserName) is { } person
            ? [.. organisation.People.Where(other => AbsenceRights.MayStandIn(organisation, other, person)).Select(other => new PersonName(other.UserName, other.DisplayName, other.IsActive))]
            : [];
    }
}
