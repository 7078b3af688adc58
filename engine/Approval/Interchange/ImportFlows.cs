using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Elsa;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Interchange;

/// <summary>Brings definitions in as drafts: all of them in one transaction, or none.</summary>
/// <param name="Access">Who imports.</param>
/// <param name="Files">JSON files of any form that Elsa 3 has written, and zipped sets of them.</param>
public sealed record ImportFlows(Access Access, IReadOnlyList<UploadedFile> Files) : IRequest<FlowImportReport>
{
    /// <summary>The definition that the one file becomes, whatever it says itself; null to believe the files.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>
    /// Whether the one file may be what a client knows of a file. Studio's own button sends no file but what it read of it, and drops
    /// <c>$schema</c> with all that it does not know: what comes without that is merged into what is stored, as a save of Studio's is.
    /// </summary>
    public bool IsModel { get; init; }
}

internal sealed class ImportFlowsHandler(ApprovalDbContext context, OrgDirectory directory, IMediator mediator, ForeignFlows foreign, ElsaPresenter presenter)
    : IRequestHandler<ImportFlows, FlowImportReport>
{
    // What the database says about a version: it does not tell one document from another.
    private static readonly string[] Marks = ["id", "version", "createdAt", "isLatest", "isPublished"];

    public async Task<FlowImportReport> Handle(ImportFlows request, CancellationToken cancellationToken)
    {
        await directory.RequireFlowEditor(request.Access, cancellationToken);
        var read = FlowFiles.Read(request.Files);
        var findings = await foreign.Findings(request.Access.CentreId, [.. read.Flows.Select(file => file.Definition)], cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var imported = new List<ImportedFlow>();
        foreach (var (file, found) in read.Flows.Zip(findings))
        {
            imported.Add(await Import(request, file, found, cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        return new FlowImportReport(imported, read.Ignored);
    }

    private async Task<ImportedFlow> Import(ImportFlows request, FlowFile file, IReadOnlyList<FlowFinding> findings, CancellationToken cancel)
    {
        var access = request.Access;
        var definition = Ours(file, request.DefinitionId);
        var latest = await context.Flows(access.CentreId, definition.DefinitionId).AsNoTracking().SingleOrDefaultAsync(row => row.IsLatest, cancel);
        if (latest is not null && request.IsModel && !definition.Document.ContainsKey("$schema"))
        {
            definition = SaveFlowHandler.Read(MergedDefinition.Of(FlowView.Definition(latest), definition.Document, await presenter.Usable(access.CentreId, cancel)));
        }

        if (latest is not null && JsonNode.DeepEquals(WithoutMarks(definition.Document), WithoutMarks(FlowView.Of(latest).Document)))
        {
            return new ImportedFlow(file.Name, latest.DefinitionId, latest.Name, latest.Version, ImportState.Unchanged, findings);
        }

        var start = latest is null ? null : new FlowBase(latest.Version, latest.Revision);
        var saved = (await Save(access, file, new SaveFlowRequest(definition.Document, start, $"from {file.Name}"), cancel)).Summary;
        return new ImportedFlow(file.Name, saved.DefinitionId, saved.Name, saved.Version, latest is null ? ImportState.Created : ImportState.Changed, findings);
    }

    private async Task<FlowVersionView> Save(Access access, FlowFile file, SaveFlowRequest save, CancellationToken cancel)
    {
        try
        {
            return await mediator.Send(new SaveFlow(access, null, save), cancel);
        }
        catch (ApprovalException refused) when (refused is RuleBrokenException or ConflictException)
        {
            var where = refused is RuleBrokenException { Where: { } place } ? $"{file.Name}: {place}" : file.Name;
            throw new RuleBrokenException(refused.Code, $"{refused.Message} Nothing was imported.", where);
        }
    }

    /// <summary>Without what an answer adds to a definition. One without a name, which Elsa allows, is listed under its id, or its file's name.</summary>
    private static FlowDefinition Ours(FlowFile file, string? definitionId) => file.Definition.With(document =>
    {
        document.Remove("links");
        (document["customProperties"] as JsonObject)?.Remove(ElsaPresenter.RevisionMember);
        if (definitionId is not null)
        {
            document["definitionId"] = definitionId;
        }

        if (file.Definition.Name.Trim().Length == 0)
        {
            document["name"] = file.Definition.DefinitionId.Length > 0 ? file.Definition.DefinitionId : Path.GetFileNameWithoutExtension(file.Name);
        }
    });

    private static JsonObject WithoutMarks(JsonObject document)
    {
        var copy = document.DeepClone().AsObject();
        foreach (var mark in Marks)
        {
            copy.Remove(mark);
        }

        return copy;
    }
}
