using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>Versions of definitions, what uses them, and what is done to several at once.</summary>
internal static class ElsaVersionsApi
{
    public static RouteGroupBuilder MapElsaVersions(this RouteGroupBuilder elsa)
    {
        var flows = elsa.MapGroup("/workflow-definitions");
        flows.MapGet("/validation/is-name-unique", IsUnique);
        flows.MapGet("/query/count", Count);
        flows.MapGet("/subgraph/{id}", Subgraph);
        flows.MapGet("/subgraph/segments/{id}", Segments);
        flows.MapGet("/{definitionId}/versions", Versions);
        flows.MapGet("/{definitionId}/consumers", Consumers);
        flows.MapPost("/{definitionId}/retract", Retract);
        flows.MapPost("/{definitionId}/revert/{version:int}", Revert);
        flows.MapDelete("/{definitionId}", Delete);
        elsa.MapDelete("/workflow-definition-versions/{id}", DeleteVersion);
        elsa.MapPost("/bulk-actions/publish/workflow-definitions/by-definition-ids", PublishAll);
        elsa.MapPost("/bulk-actions/retract/workflow-definitions/by-definition-ids", RetractAll);
        elsa.MapPost("/bulk-actions/delete/workflow-definitions/by-definition-id", DeleteAll);
        elsa.MapPost("/bulk-actions/delete/workflow-definitions/by-id", DeleteAllVersions);
        return elsa;
    }

    private static async Task<JsonHttpResult<object>> IsUnique(ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer<object>(new { IsUnique = await mediator.Send(new IsNameUnique(current.Access, query.Text("name") ?? "", query.Text("definitionId")), cancel) });

    private static async Task<JsonHttpResult<object>> Count(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer<object>(new { Count = await mediator.Send(new CountDefinitions(current.Access), cancel) });

    private static async Task<JsonHttpResult<ElsaNode>> Subgraph(string id, ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new GetSubgraph(current.Access, id, query.Text("parentNodeId")), cancel));

    private static async Task<JsonHttpResult<ElsaSegments>> Segments(string id, ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new GetSegments(current.Access, id, query.Text("childNodeId") ?? ""), cancel));

    private static async Task<JsonHttpResult<IReadOnlyList<JsonObject>>> Versions(string definitionId, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new ListStoredVersions(current.Access, definitionId), cancel));

    private static async Task<JsonHttpResult<object>> Consumers(string definitionId, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer<object>(new { ConsumingWorkflowDefinitionIds = await mediator.Send(new ListConsumers(current.Access, definitionId), cancel) });

    private static async Task<JsonHttpResult<JsonObject>> Retract(string definitionId, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new RetractDefinition(current.Access, definitionId), cancel));

    private static async Task<JsonHttpResult<ElsaDefinitionSummary>> Revert(string definitionId, int version, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new RevertDefinition(current.Access, definitionId, version), cancel));

    private static async Task<NoContent> Delete(string definitionId, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new DeleteFlow(current.Access, definitionId), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeleteVersion(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new DeleteFlowVersion(current.Access, id), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<JsonHttpResult<ElsaBulkPublished>> PublishAll(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new PublishDefinitions(current.Access, body.Texts("definitionIds")), cancel));

    private static async Task<JsonHttpResult<ElsaBulkRetracted>> RetractAll(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new RetractDefinitions(current.Access, body.Texts("definitionIds")), cancel));

    private static async Task<JsonHttpResult<object>> DeleteAll(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer<object>(new { Deleted = await mediator.Send(new DeleteDefinitions(current.Access, body.Texts("definitionIds"), AreVersions: false), cancel) });

    private static async Task<JsonHttpResult<object>> DeleteAllVersions(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer<object>(new { Deleted = await mediator.Send(new DeleteDefinitions(current.Access, body.Texts("ids"), AreVersions: true), cancel) });
}
