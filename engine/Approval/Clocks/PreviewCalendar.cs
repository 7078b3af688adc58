using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Calendars;
using MediatR;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>Shows what a change of the calendar would move, and changes nothing.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Change">What would be published.</param>
public sealed record PreviewCalendar(Access Access, CalendarChange Change) : IRequest<CalendarPreview>;

/// <summary>The same, case by case.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Change">What would be published.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Take">How many cases that move.</param>
public sealed record PreviewCalendarCases(Access Access, CalendarChange Change, string? After, int Take) : IRequest<Page<CalendarMoveView>>
{
    /// <summary>The order; null for that in which they were received.</summary>
    public CalendarMoveSort? Sort { get; init; }
}

internal sealed class PreviewCalendarHandler(ApprovalDbContext context, OrgDirectory directory, CalendarStore calendars, CalendarEffect effect, TimeProvider time)
    : IRequestHandler<PreviewCalendar, CalendarPreview>, IRequestHandler<PreviewCalendarCases, Page<CalendarMoveView>>
{
    public async Task<CalendarPreview> Handle(PreviewCalendar request, CancellationToken cancellationToken)
    {
        var (now, then) = await Calendars(request.Access, request.Change, cancellationToken);
        return await effect.Compute(request.Access.CentreId, now, then, time.GetUtcNow(), cancellationToken);
    }

    public async Task<Page<CalendarMoveView>> Handle(PreviewCalendarCases request, CancellationToken cancellationToken)
    {
        FilterValue.Require(request.Sort, "sort");
        var (now, then) = await Calendars(request.Access, request.Change, cancellationToken);
        var take = Cursor.Take(request.Take);
        return Key(request.Sort) is { } key
            ? await WorkedOutPage.Of(Moved(Guid.Empty), $"{request.Sort}", one => (key(one), one.CaseId), request.After, take, cancellationToken)
            : Pages.Of(await Moved(Cursor.CaseOf(request.After) ?? Guid.Empty).Take(take + 1).ToListAsync(cancellationToken), take, one => Cursor.OfCase(one.CaseId));

        IAsyncEnumerable<CalendarMoveView> Moved(Guid after) =>
            effect.Read(request.Access.CentreId, now, then, time.GetUtcNow(), after, cancellationToken)
                .Where(one => !one.Move.IsEmpty).Select(one => new CalendarMoveView(one.Case.CaseId, one.Case.CaseNo, [.. Moments(one.Move)]));
    }

    /// <summary>Where a case stands in an order; null for the order in which they were received. A moment that is not known has no place and moves nowhere.</summary>
    private static Func<CalendarMoveView, long>? Key(CalendarMoveSort? sort) => sort switch
    {
        CalendarMoveSort.Becomes => one => one.Moments.Min(moment => moment.To?.UtcTicks ?? long.MaxValue),
        CalendarMoveSort.Shift => one => -one.Moments.Max(moment => moment is { From: { } from, To: { } to } ? (to - from).Duration().Ticks : 0),
        _ => null,
    };

    private static IEnumerable<MomentView> Moments(CalendarMove move) =>
        new[] { ("Due", move.Due), ("LegalDue", move.LegalDue), ("Notice", move.Notice) }
            .Concat(move.Steps.Select(step => ("Step", step))).Concat(move.Timers.Select(timer => ("Timer", timer))).Concat(move.Alerts.Select(alert => ("Alert", alert)))
            .Where(pair => pair.Item2.IsMoved).Select(pair => new MomentView(pair.Item1, pair.Item2.Key, pair.Item2.Before, pair.Item2.After));

    private async Task<(WorkingCalendar Now, WorkingCalendar Then)> Calendars(Access access, CalendarChange change, CancellationToken cancel)
    {
        var organisation = await directory.Of(access.CentreId, cancel);
        access.RequireAt(Role.Administrator, organisation.Root);
        CalendarRules.Check(change);
        var now = await calendars.Of(access.CentreId, cancel);
        var rows = await CalendarRows.Read(context, access.CentreId, now.Version, cancel);
        var then = rows.With(CalendarRows.Of(change, access.CentreId, now.Version + 1, time.GetUtcNow(), access.UserName));
        return (now, then.Build(organisation.Centre.Zone, now.Version + 1));
    }
}
