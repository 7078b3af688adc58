using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Definitions.Releases;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Flow definitions and their versions.</summary>
internal static class DefinitionsApi
{
    /// <summary>Bytes of an upload: a set of some hundred definitions, packed or not.</summary>
    public const long LargestUpload = 25 * 1024 * 1024;

    public static RouteGroupBuilder MapDefinitions(this RouteGroupBuilder api)
    {
        var flows = api.MapGroup("/definitions").RequireAuthorization(Policies.Administrator).WithTags("Definitions");
        flows.MapGet("/", List);
        flows.MapPost("/", SaveNew);
        // The group's own check covers writes by cookie; that of the framework would refuse bearer tokens too.
        flows.MapPost("/import", Import).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
        flows.MapPost("/export", ExportMany);
        flows.MapPost("/list/export", ExportList);
        flows.MapGet("/{id}/export", Export);
        flows.MapGet("/{id}", Get);
        flows.MapPut("/{id}", Save);
        flows.MapGet("/{id}/changes", Compare);
        flows.MapGet("/{id}/findings", Check);
        flows.MapGet("/{id}/picture", Picture);
        flows.MapGet("/{id}/versions", Versions);
        flows.MapPost("/{id}/versions/export", ExportVersions);
        flows.MapGet("/{id}/use", Use);
        flows.MapGet("/{id}/versions/{version:int}", GetVersion);
        flows.MapPost("/{id}/publish", Publish);
        flows.MapGet("/{id}/releases", Releases);
        flows.MapPost("/{id}/releases/{no:int}/release", Release);
        flows.MapPost("/{id}/releases/{no:int}/refuse", Refuse);
        flows.MapPost("/{id}/retract", Retract);
        flows.MapPost("/{id}/revert/{version:int}", Revert);
        return api;
    }

    private static async Task<Ok<Page<FlowSummary>>> List(string? search, [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListFlows(current.Access, page.After, page.Size, search), cancel));

    private static async Task<Created<FlowVersionView>> SaveNew(SaveFlowRequest flow, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Created((string?)null, await mediator.Send(new SaveFlow(current.Access, null, flow), cancel));

    private static async Task<Ok<FlowImportReport>> Import(IFormFileCollection files, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ImportFlows(current.Access, await Uploads.ReadAsync(files, cancel)), cancel));

    private static async Task<FileContentHttpResult> Export(string id, string? version, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        Uploads.File(await mediator.Send(new ExportFlow(current.Access, id, version), cancel));

    private static async Task<FileContentHttpResult> ExportMany(ExportFlowsRequest request, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        Uploads.File(await mediator.Send(new ExportFlows(current.Access, request.Ids), cancel));

    private static Task<IResult> ExportList(string? search, ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Flows(search, request, cancel);

    private static async Task<Ok<FlowVersionView>> Get(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetFlow(current.Access, id, null), cancel));

    private static async Task<Ok<FlowVersionView>> Save(string id, SaveFlowRequest flow, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new SaveFlow(current.Access, id, flow), cancel));

    private static async Task<Ok<IReadOnlyList<FlowFinding>>> Check(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CheckFlow(current.Access, id, null), cancel));

    private static async Task<Ok<FlowComparison>> Compare(string id, int from, int? to, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CompareFlows(current.Access, id, from, to), cancel));

    private static async Task<Ok<FlowPicture>> Picture(string id, int? version, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new DrawFlow(current.Access, id, version), cancel));

    private static async Task<Ok<IReadOnlyList<FlowSummary>>> Versions(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListFlowVersions(current.Access, id), cancel));

    private static Task<IResult> ExportVersions(string id, ExportRequest request, ListExports exports, CancellationToken cancel) => exports.FlowVersions(id, request, cancel);

    private static async Task<Ok<IReadOnlyList<FlowUse>>> Use(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListFlowUse(current.Access, id), cancel));

    private static async Task<Ok<FlowVersionView>> GetVersion(string id, int version, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetFlow(current.Access, id, version), cancel));

    private static async Task<Ok<FlowSummary>> Publish(string id, PublishFlowRequest publish, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PublishFlow(current.Access, id, publish), cancel));

    private static async Task<Ok<IReadOnlyList<FlowReleaseView>>> Releases(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListFlowReleases(current.Access, id), cancel));

    private static async Task<Ok<FlowSummary>> Release(string id, int no, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ReleaseFlow(current.Access, id, no), cancel));

    private static async Task<NoContent> Refuse(string id, int no, RefuseReleaseRequest refusal, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new RefuseRelease(current.Access, id, no, refusal.Reason), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<FlowSummary>> Retract(string id, int? onVersion, int? onRevision, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new RetractFlow(current.Access, id, On(onVersion, onRevision)), cancel));

    private static async Task<Ok<FlowVersionView>> Revert(string id, int version, int? onVersion, int? onRevision, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new RevertFlow(current.Access, id, version, On(onVersion, onRevision)), cancel));

    /// <summary>What the administrator saw, where the request names it.</summary>
    private static FlowBase? On(int? version, int? revision) => version is { } seen ? new(seen, revision ?? 0) : null;
}
