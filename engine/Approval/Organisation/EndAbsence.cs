using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Audit;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>A person is back sooner: from now on nobody stands in; one that has not begun is taken out. What the deputy did stays done.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="AbsenceId">The absence.</param>
public sealed record EndAbsence(Access Access, int AbsenceId) : IRequest;

internal sealed class EndAbsenceHandler(OrganisationWriter writer, CalendarStore calendars, TimeProvider time) : IRequestHandler<EndAbsence>
{
    public async Task<Unit> Handle(EndAbsence request, CancellationToken cancellationToken)
    {
        var (access, absenceId) = request;
        var organisation = await writer.Read(access, cancellationToken);
        var known = organisation.Absences.FirstOrDefault(absence => absence.AbsenceId == absenceId) ?? throw new NotFoundException("Absence", absenceId);
        AbsenceRights.Require(access, organisation, known.UserName);
        var yesterday = (await calendars.Of(access.CentreId, cancellationToken)).LocalDate(time.GetUtcNow()).AddDays(-1);
        await writer.Write(
            access,
            EventAct.AbsenceEnded,
            known.UserName,
            known,
            async context =>
            {
                var row = await context.Set<Absence>().SingleOrDefaultAsync(one => one.CentreId == access.CentreId && one.AbsenceId == absenceId, cancellationToken)
                    ?? throw new NotFoundException("Absence", absenceId);
                if (row.FromOn > yesterday)
                {
                    context.Remove(row);
                }
                else
                {
                    row.UntilOn = row.UntilOn < yesterday ? row.UntilOn : yesterday;
                }
            },
            cancellationToken);
        return Unit.Value;
    }
}
