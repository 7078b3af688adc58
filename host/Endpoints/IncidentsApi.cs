using ApprovalEngine.Approval.Incidents;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Incidents;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>The incident desk: steps that cannot go on, and what an administrator decides about them.</summary>
internal static class IncidentsApi
{
    public static RouteGroupBuilder MapIncidents(this RouteGroupBuilder api)
    {
        var incidents = api.MapGroup("/incidents").RequireAuthorization(Policies.Administrator).WithTags("Incidents");
        incidents.MapGet("/", List);
        incidents.MapGet("/{taskId:guid}", Find);
        incidents.MapPost("/export", Export);
        incidents.MapGet("/{caseId:guid}/{activityId}/choices", Choices);
        incidents.MapPost("/{caseId:guid}/{activityId}/decide", Decide).WithIdempotency();
        return api;
    }

    private static async Task<Ok<Page<IncidentListed>>> List(
        IncidentSort? sort, [AsParameters] IncidentFilter filter, IMediator mediator, CurrentAccess current, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListIncidents(current.Access, page.After, page.Size, sort) { Filter = filter }, cancel));

    private static async Task<Ok<IncidentListed>> Find(IMediator mediator, CurrentAccess current, Guid taskId, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new FindIncident(current.Access, taskId), cancel));

    private static Task<IResult> Export(IncidentSort? sort, [AsParameters] IncidentFilter filter, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Incidents(sort, filter, request, cancel);

    private static async Task<Ok<IncidentChoices>> Choices(IMediator mediator, CurrentAccess current, Guid caseId, string activityId, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ShowIncidentChoices(current.Access, caseId, activityId), cancel));

    private static async Task<Ok<CaseMoved>> Decide(
        IMediator mediator, CurrentAccess current, Guid caseId, string activityId, ResolveRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ResolveIncident(current.Access, key, caseId, activityId, request), cancel));
}
