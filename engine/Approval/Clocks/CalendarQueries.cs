using System.Text.Json;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Clocks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>The centre's calendar set: which years there are, and which one is missing.</summary>
/// <param name="Access">Who asks.</param>
public sealed record GetCalendars(Access Access) : IRequest<CalendarOverview>;

/// <summary>A year of the centre's calendar.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Year">Which.</param>
public sealed record GetCalendarYear(Access Access, int Year) : IRequest<CalendarYearView>;

internal sealed class CalendarQueryHandlers(ApprovalDbContext context, CalendarStore calendars, TimeProvider time)
    : IRequestHandler<GetCalendars, CalendarOverview>, IRequestHandler<GetCalendarYear, CalendarYearView>
{
    /// <summary>The notice for the next year is due in autumn; from this month on a missing one is an alarm.</summary>
    private const int WarningMonth = 10;

    public async Task<CalendarOverview> Handle(GetCalendars request, CancellationToken cancellationToken)
    {
        var centre = await context.Set<Centre>().AsNoTracking().SingleAsync(c => c.CentreId == request.Access.CentreId, cancellationToken);
        var rows = await CalendarRows.Read(context, centre.CentreId, centre.CalendarVersion, cancellationToken);
        var today = (await calendars.Of(centre.CentreId, cancellationToken)).LocalDate(time.GetUtcNow());
        return new CalendarOverview(
            centre.CalendarVersion,
            centre.Zone,
            [.. rows.Years.Select(row => new CalendarYearListed(row.Year, row.Version, row.PublishedAt, row.PublishedBy))],
            [.. rows.Hours.Select(row => new OfficeHoursView(row.FromOn, row.Opens, row.Closes))],
            MissingYear(today, rows),
            await context.Set<CalendarPassRow>().AsNoTracking().Where(pass => pass.CentreId == centre.CentreId).OrderByDescending(pass => pass.Version)
                .Select(pass => new CalendarPassView(pass.Version, pass.Passed, pass.Moved, pass.Failed, pass.FinishedAt)).FirstOrDefaultAsync(cancellationToken));
    }

    public async Task<CalendarYearView> Handle(GetCalendarYear request, CancellationToken cancellationToken)
    {
        var row = await context.Set<CalendarYearRow>().AsNoTracking().Where(y => y.CentreId == request.Access.CentreId && y.Year == request.Year)
            .OrderByDescending(y => y.Version).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("CalendarYear", request.Year);
        return new CalendarYearView(
            row.Year, row.Version, row.PublishedAt, row.PublishedBy,
            JsonSerializer.Deserialize<List<string>>(row.Sources, JsonText.Options)!,
            JsonSerializer.Deserialize<List<CalendarDay>>(row.Days, JsonText.Options)!);
    }

    private static int? MissingYear(DateOnly today, CalendarRows rows)
    {
        var years = today.Month >= WarningMonth ? new[] { today.Year, today.Year + 1 } : [today.Year];
        return years.Cast<int?>().FirstOrDefault(year => rows.Years.All(row => row.Year != year));
    }
}
