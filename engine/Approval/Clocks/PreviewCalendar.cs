using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>Shows what a change of the calendar would move, and changes nothing.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Change">What would be published.</param>
public sealed record PreviewCalendar(Access Access, CalendarChange Change) : IRequest<CalendarPreview>;

internal sealed class PreviewCalendarHandler(ApprovalDbContext context, OrgDirectory directory, CalendarStore calendars, CalendarEffect effect, TimeProvider time)
    : IRequestHandler<PreviewCalendar, CalendarPreview>
{
    public async Task<CalendarPreview> Handle(PreviewCalendar request, CancellationToken cancellationToken)
    {
        var (access, change) = request;
        var organisation = await directory.Of(access.CentreId, cancellationToken);
        access.RequireAt(Role.Administrator, organisation.Root);
        CalendarRules.Check(change);
        var now = await calendars.Of(access.CentreId, cancellationToken);
        var rows = await CalendarRows.Read(context, access.CentreId, now.Version, cancellationToken);
        var then = rows.With(CalendarRows.Of(change, access.CentreId, now.Version + 1, time.GetUtcNow(), access.UserName));
        return await effect.Compute(access.CentreId, now, then.Build(organisation.Centre.Zone, now.Version + 1), time.GetUtcNow(), cancellationToken);
    }
}
