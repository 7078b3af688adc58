using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>Publishes a new version of the centre's calendar set and has the open cases recomputed.</summary>
/// <param name="Access">Who publishes.</param>
/// <param name="Change">What it brings.</param>
public sealed record PublishCalendar(Access Access, CalendarChange Change) : IRequest<CalendarOverview>;

internal sealed class PublishCalendarHandler(ApprovalDbContext context, OrgDirectory directory, CalendarStore calendars, IMediator mediator, TimeProvider time)
    : IRequestHandler<PublishCalendar, CalendarOverview>
{
    public async Task<CalendarOverview> Handle(PublishCalendar request, CancellationToken cancellationToken)
    {
        var (access, change) = request;
        access.RequireAt(Role.Administrator, (await directory.Of(access.CentreId, cancellationToken)).Root);
        CalendarRules.Check(change);
        var version = change.BuildsOn + 1;
        await Store(access, change, version, cancellationToken);
        calendars.Expire(access.CentreId);

        // It is published: whoever goes away now does not leave the open cases half moved.
        await mediator.Publish(new CalendarPublished(access.CentreId, version, access.UserName), CancellationToken.None);
        return await mediator.Send(new GetCalendars(access), cancellationToken);
    }

    private async Task Store(Access access, CalendarChange change, int version, CancellationToken cancel)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var taken = await context.Set<Centre>().Where(centre => centre.CentreId == access.CentreId && centre.CalendarVersion == change.BuildsOn)
            .ExecuteUpdateAsync(centre => centre.SetProperty(row => row.CalendarVersion, version), cancel);
        if (taken == 0)
        {
            throw new ConflictException("CalendarMovedOn", "Somebody else published a calendar meanwhile; look at it and publish again.", await mediator.Send(new GetCalendars(access), cancel));
        }

        var rows = CalendarRows.Of(change, access.CentreId, version, time.GetUtcNow(), access.UserName);
        context.AddRange(rows.Years);
        context.AddRange(rows.Hours);
        context.Add(new CalendarPassRow { CentreId = access.CentreId, Version = version, PublishedAt = time.GetUtcNow() });
        context.Record(access, time.GetUtcNow(), EventAct.CalendarPublished, $"calendar/{version}", change);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
