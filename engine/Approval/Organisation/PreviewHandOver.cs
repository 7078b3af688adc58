using ApprovalEngine.Approval.Keys;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>How much open work a person has, how much of it somebody could not be given, and how many keys they gave.</summary>
/// <param name="Access">Who asks: the person, who administers them, or the head of their units.</param>
/// <param name="UserName">Whose work.</param>
/// <param name="ToUser">Who might get it; null for nobody.</param>
public sealed record PreviewHandOver(Access Access, string UserName, string? ToUser) : IRequest<OpenWork>;

internal sealed class PreviewHandOverHandler(OrgDirectory directories, PersonsWork work, ApiKeys keys) : IRequestHandler<PreviewHandOver, OpenWork>
{
    public async Task<OpenWork> Handle(PreviewHandOver request, CancellationToken cancellationToken)
    {
        var organisation = await directories.Of(request.Access.CentreId, cancellationToken);
        AbsenceRights.Require(request.Access, organisation, request.UserName);
        var heir = request.ToUser is { } user ? organisation.FindPerson(user) : null;
        return await work.CountAsync(organisation, request.UserName, heir, cancellationToken) with
        {
            Keys = await keys.GoodOnesOf(request.Access.CentreId, request.UserName, cancellationToken),
        };
    }
}
