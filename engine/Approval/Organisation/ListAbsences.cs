using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Absences that last or are to come: one's own, those in which one stands in, and those of people one is responsible for.</summary>
/// <param name="Access">Who asks.</param>
public sealed record ListAbsences(Access Access) : IRequest<IReadOnlyList<AbsenceView>>;

internal sealed class ListAbsencesHandler(OrgDirectory directories) : IRequestHandler<ListAbsences, IReadOnlyList<AbsenceView>>
{
    public async Task<IReadOnlyList<AbsenceView>> Handle(ListAbsences request, CancellationToken cancellationToken)
    {
        var organisation = await directories.Of(request.Access.CentreId, cancellationToken);
        return
        [
            .. from absence in organisation.Absences
               let person = organisation.FindPerson(absence.UserName)
               where absence.Deputy == request.Access.UserName || (person is not null && AbsenceRights.Reaches(request.Access, organisation, person))
               select new AbsenceView(absence.AbsenceId, absence.UserName, absence.Deputy, absence.FromOn, absence.UntilOn, absence.Reason),
        ];
    }
}
