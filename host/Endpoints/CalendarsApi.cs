using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Working calendars.</summary>
internal static class CalendarsApi
{
    public static RouteGroupBuilder MapCalendars(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/calendars").RequireAuthorization(Policies.SignedIn).WithTags("Calendars");
        all.MapGet("/", Overview);
        all.MapGet("/{year:int}", Year);
        all.MapPost("/{year:int}/export", ExportYear);

        var administration = api.MapGroup("/calendars").RequireAuthorization(Policies.Administrator).WithTags("Calendars");
        administration.MapPost("/preview", Preview);
        administration.MapPost("/preview/cases", PreviewCases);
        administration.MapPost("/preview/cases/export", ExportPreviewCases);
        administration.MapPost("/publish", Publish);
        return api;
    }

    private static async Task<Ok<CalendarOverview>> Overview(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetCalendars(current.Access), cancel));

    private static async Task<Ok<CalendarYearView>> Year(int year, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetCalendarYear(current.Access, year), cancel));

    private static Task<IResult> ExportYear(int year, ExportRequest request, ListExports exports, CancellationToken cancel) => exports.CalendarDays(year, request, cancel);

    private static async Task<Ok<CalendarPreview>> Preview(CalendarChange change, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PreviewCalendar(current.Access, change), cancel));

    private static async Task<Ok<Page<CalendarMoveView>>> PreviewCases(
        CalendarChange change, CalendarMoveSort? sort, [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PreviewCalendarCases(current.Access, change, page.After, page.Size) { Sort = sort }, cancel));

    private static Task<IResult> ExportPreviewCases(CalendarMovesExport asked, CalendarMoveSort? sort, ListExports exports, CancellationToken cancel) =>
        exports.CalendarMoves(asked.Of, sort, asked.Export, cancel);

    private static async Task<Ok<CalendarOverview>> Publish(CalendarChange change, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PublishCalendar(current.Access, change), cancel));
}
