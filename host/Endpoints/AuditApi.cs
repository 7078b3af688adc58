using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>The audit trail: its seals, its state, what happened outside cases, and one case's trail verified or exported.</summary>
internal static class AuditApi
{
    private const string JsonLines = "application/jsonl";

    public static RouteGroupBuilder MapAudit(this RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").RequireAuthorization(Policies.Trail).WithTags("Audit");
        audit.MapGet("/seals", ListSeals);
        audit.MapGet("/state", State);
        audit.MapGet("/events", ListEvents);
        audit.MapPost("/events/export", ExportEvents);
        api.MapGet("/audit/last-seal", LastSeal).RequireAuthorization(Policies.Oversight).WithTags("Audit");
        var trail = api.MapGroup("/cases/{caseId:guid}/trail").RequireAuthorization(Policies.Auditor).WithTags("Audit");
        trail.MapGet("/check", Check);
        trail.MapPost("/export", Export);
        return api;
    }

    private static async Task<Ok<Page<SealListed>>> ListSeals(IMediator mediator, CurrentAccess current, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListSeals(current.Access, page.After, page.Size), cancel));

    private static async Task<Ok<SealListed>> LastSeal(IMediator mediator, CurrentAccess current, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ShowLastSeal(current.Access), cancel));

    private static async Task<Ok<AuditState>> State(IMediator mediator, CurrentAccess current, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ShowAuditState(current.Access), cancel));

    private static async Task<Ok<Page<EventListed>>> ListEvents(
        string? act, string? actor, string? subject, DateTimeOffset? from, DateTimeOffset? to, EventSort? sort, [AsParameters] PageRequest page, IMediator mediator, CurrentAccess current,
        CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListEvents(current.Access, new EventFilter(act, actor, subject, from, to, sort), page.After, page.Size), cancel));

    private static Task<IResult> ExportEvents(
        string? act, string? actor, string? subject, DateTimeOffset? from, DateTimeOffset? to, EventSort? sort, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Events(new EventFilter(act, actor, subject, from, to, sort), request, cancel);

    private static async Task<Ok<TrailCheck>> Check(Guid caseId, IMediator mediator, CurrentAccess current, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CheckTrail(current.Access, caseId), cancel));

    private static async Task<FileContentHttpResult> Export(Guid caseId, ReasonRequest request, IMediator mediator, CurrentAccess current, CancellationToken cancel)
    {
        using var trail = new MemoryStream();
        await mediator.Send(new ExportTrail(current.Access, caseId, request.Reason ?? "", trail), cancel);
        return TypedResults.File(trail.ToArray(), JsonLines, $"trail-{caseId}.jsonl");
    }
}
