using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Supervision;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Alerts of supervision: those within one's scope, and those that name oneself.</summary>
internal static class AlertsApi
{
    public static RouteGroupBuilder MapAlerts(this RouteGroupBuilder api)
    {
        // Scope decides: whoever oversees nothing sees only the alerts they are responsible for.
        var alerts = api.MapGroup("/alerts").RequireAuthorization(Policies.SignedIn).WithTags("Alerts");
        alerts.MapGet("/", List);
        alerts.MapPost("/export", Export);
        alerts.MapGet("/{id:long}", Show);
        alerts.MapPost("/", Raise).RequireAuthorization(Policies.Supervisor).WithIdempotency();
        alerts.MapPost("/{id:long}/acts", Act);
        api.MapGet("/happenings", Happenings).RequireAuthorization(Policies.Oversight).WithTags("Alerts");
        api.MapGet("/levels", Levels).RequireAuthorization(Policies.SignedIn).WithTags("Alerts");
        api.MapPost("/levels/export", ExportLevels).RequireAuthorization(Policies.SignedIn).WithTags("Alerts");
        api.MapPut("/levels", ChooseLevels).RequireAuthorization(Policies.Administrator).WithTags("Alerts");
        api.MapPut("/levels/{code}", ChangeLevels).RequireAuthorization(Policies.Administrator).WithTags("Alerts");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<LevelProfileView>>> ChangeLevels(string code, ChangeLevelsRequest profile, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ChangeLevels(current.Access, code, profile), cancel));

    private static async Task<Ok<IReadOnlyList<LevelProfileView>>> Levels(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListLevels(current.Access), cancel));

    private static Task<IResult> ExportLevels(ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Levels(request, cancel);

    private static async Task<Ok<IReadOnlyList<Happening>>> Happenings(int? take, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListHappenings(current.Access, new PageRequest(null, take).Size), cancel));

    private static async Task<Ok<IReadOnlyList<LevelProfileView>>> ChooseLevels(ChooseLevelsRequest chosen, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ChooseLevels(current.Access, chosen.Profile), cancel));

    private static async Task<Ok<Page<AlertListed>>> List(
        string? level, string? clock, string? status, string? item, string? unit, string? person, DateOnly? from, DateOnly? to, Guid? caseId, AlertSort? sort, AlertDuty? duty,
        [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(
            new ListAlerts(current.Access, new AlertFilter(level, clock, status, item, unit, person, from, to, caseId, sort, duty), page.After, page.Size), cancel));

    private static Task<IResult> Export(
        string? level, string? clock, string? status, string? item, string? unit, string? person, DateOnly? from, DateOnly? to, Guid? caseId, AlertSort? sort, AlertDuty? duty,
        ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Alerts(new AlertFilter(level, clock, status, item, unit, person, from, to, caseId, sort, duty), request, cancel);

    private static async Task<Ok<AlertView>> Show(long id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ShowAlert(current.Access, id), cancel));

    private static async Task<Created<AlertView>> Raise(
        RaiseAlertRequest alert, CurrentAccess current, [FromHeader(Name = Idempotency.Header)] string? key, IMediator mediator, CancellationToken cancel)
    {
        var raised = await mediator.Send(new RaiseAlert(current.Access, key, alert), cancel);
        return TypedResults.Created($"/api/v1/alerts/{raised.Alert.AlertId}", raised);
    }

    /// <summary>Whose act it is the procedure says.</summary>
    private static async Task<Ok<AlertView>> Act(long id, AlertActRequest act, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ActOnAlert(current.Access, id, act), cancel));
}
