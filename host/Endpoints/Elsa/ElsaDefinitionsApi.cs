using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>Definitions as Elsa's clients list, open and save them.</summary>
internal static class ElsaDefinitionsApi
{
    public static RouteGroupBuilder MapElsaDefinitions(this RouteGroupBuilder elsa)
    {
        var flows = elsa.MapGroup("/workflow-definitions");
        flows.MapGet("/", List);
        flows.MapPost("/", Save);
        flows.MapGet("/by-definition-id/{definitionId}", Get);
        flows.MapGet("/by-id/{id}", GetVersion);
        flows.MapGet("/many-by-id", GetVersions);
        flows.MapPost("/{definitionId}/publish", Publish);
        return elsa;
    }

    private static async Task<JsonHttpResult<ElsaPage<ElsaDefinitionSummary>>> List(ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new ListDefinitions(current.Access, Filter(query)), cancel));

    private static async Task<JsonHttpResult<JsonObject>> Get(string definitionId, ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new GetDefinition(current.Access, definitionId, query.Text("versionOptions")), cancel));

    private static async Task<JsonHttpResult<JsonObject>> GetVersion(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new GetDefinitionVersion(current.Access, id), cancel));

    private static async Task<JsonHttpResult<ElsaList<JsonObject>>> GetVersions(ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        var found = await mediator.Send(new GetDefinitionVersions(current.Access, query.List("ids")), cancel);
        return ElsaJson.Answer(new ElsaList<JsonObject>([.. found]));
    }

    private static async Task<JsonHttpResult<ElsaSaved>> Save(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        var model = body["model"] as JsonObject ?? throw new BadHttpRequestException("A save holds the definition as its member model.");
        return ElsaJson.Answer(await mediator.Send(new SaveDefinition(current.Access, model, body.Flag("publish") ?? false), cancel));
    }

    private static async Task<JsonHttpResult<ElsaSaved>> Publish(string definitionId, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new PublishDefinition(current.Access, definitionId), cancel));

    private static DefinitionFilter Filter(ElsaQuery query) => new()
    {
        VersionOptions = query.Text("versionOptions"),
        DefinitionIds = query.List("definitionIds"),
        Ids = query.List("ids"),
        SearchTerm = query.Text("searchTerm"),
        IsSystem = query.Flag("isSystem"),
        IsReadonly = query.Flag("isReadonly"),
        OrderBy = query.Text("orderBy"),
        IsDescending = string.Equals(query.Text("orderDirection"), "Descending", StringComparison.OrdinalIgnoreCase),
        Page = query.Number("page"),
        PageSize = query.Number("pageSize"),
    };
}
