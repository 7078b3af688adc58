using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>Definitions as files, as Elsa's clients bring them in and take them out.</summary>
internal static class ElsaInterchangeApi
{
    // Studio asks; the link that Elsa's own server gives out posts.
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Post];
    private static readonly string[] Writes = [HttpMethods.Post, HttpMethods.Put];

    public static RouteGroupBuilder MapElsaInterchange(this RouteGroupBuilder elsa)
    {
        var largest = new RequestSizeLimitAttribute(DefinitionsApi.LargestUpload);
        elsa.MapMethods("/workflow-definitions/import", Writes, Import).WithMetadata(largest);
        elsa.MapMethods("/workflow-definitions/{definitionId}/import", Writes, ImportInto).WithMetadata(largest);

        // The group's own check covers writes by cookie; that of the framework would refuse bearer tokens too.
        elsa.MapPost("/workflow-definitions/import-files", ImportFiles).DisableAntiforgery().WithMetadata(largest);
        elsa.MapMethods("/workflow-definitions/{definitionId}/export", Reads, Export);
        elsa.MapPost("/workflow-definitions/{definitionId}/update-references", UpdateReferences);
        elsa.MapPost("/bulk-actions/export/workflow-definitions", ExportMany);
        return elsa;
    }

    private static Task<JsonHttpResult<JsonObject>> Import(HttpRequest request, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ImportInto(null, request, current, mediator, cancel);

    private static async Task<JsonHttpResult<JsonObject>> ImportInto(string? definitionId, HttpRequest request, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        var imported = (await mediator.Send(new ImportFlows(current.Access, [new UploadedFile("body", body.ToArray())]) { DefinitionId = definitionId, IsModel = true }, cancel)).Flows[0];
        var shown = await mediator.Send(new GetDefinition(current.Access, imported.DefinitionId, null), cancel);
        return TypedResults.Json(shown, ElsaJson.Options, statusCode: imported.State == ImportState.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>Beside what Elsa answers, what of the files does not run here.</summary>
    private static async Task<JsonHttpResult<ElsaImported>> ImportFiles(IFormFileCollection files, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        var report = await mediator.Send(new ImportFlows(current.Access, await Uploads.ReadAsync(files, cancel)), cancel);
        return ElsaJson.Answer(new ElsaImported(report.Flows.Count, report));
    }

    private static async Task<FileContentHttpResult> Export(string definitionId, ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        Uploads.File(await mediator.Send(
            new ExportFlow(current.Access, definitionId, query.Text("versionOptions")) { WithConsumers = query.Flag("includeConsumingWorkflows") ?? false }, cancel));

    private static async Task<FileContentHttpResult> ExportMany(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        Uploads.File(await mediator.Send(new ExportFlows(current.Access, body.Texts("ids")) { WithConsumers = body.Flag("includeConsumingWorkflows") ?? false }, cancel));

    private static async Task<JsonHttpResult<ElsaMoved>> UpdateReferences(string definitionId, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(new ElsaMoved(await mediator.Send(new MoveConsumers(current.Access, definitionId), cancel)));

    private sealed record ElsaImported(int Count, FlowImportReport Report);

    private sealed record ElsaMoved(IReadOnlyList<string> AffectedWorkflows);
}
