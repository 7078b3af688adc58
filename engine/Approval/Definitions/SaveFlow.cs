using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Workflow.Definitions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Saves a flow: over its draft, or as a new draft where the newest version was once published.</summary>
/// <param name="Access">Who saves.</param>
/// <param name="DefinitionId">Which; null to take the document's, or a new one.</param>
/// <param name="Request">The document and what it builds on.</param>
public sealed record SaveFlow(Access Access, string? DefinitionId, SaveFlowRequest Request) : IRequest<FlowVersionView>;

internal sealed class SaveFlowHandler(ApprovalDbContext context, OrgDirectory directory, TimeProvider time) : IRequestHandler<SaveFlow, FlowVersionView>
{
    private const int LongestName = 200;

    public async Task<FlowVersionView> Handle(SaveFlow request, CancellationToken cancellationToken)
    {
        var (access, _, save) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var flow = Read(save.Document);
        var definitionId = request.DefinitionId ?? (flow.DefinitionId.Length > 0 ? flow.DefinitionId : Guid.NewGuid().ToString("N"));
        var latest = await context.Flows(access.CentreId, definitionId).SingleOrDefaultAsync(row => row.IsLatest, cancellationToken);
        if (save.BuildsOn is { } start ? latest?.Version != start.Version || latest.Revision != start.Revision : latest is not null)
        {
            throw await FlowVersions.Moved(context, access.CentreId, definitionId, cancellationToken);
        }

        FlowVersion saved = null!;
        await context.Commit(
            access.CentreId,
            definitionId,
            async () =>
            {
                saved = latest is { PublishedAt: null } ? Overwrite(access, latest, flow, save) : await Add(access, definitionId, latest, flow, save, cancellationToken);
                context.Record(access, time.GetUtcNow(), EventAct.FlowSaved, definitionId, new { saved.Version, saved.Revision });
            },
            cancellationToken);
        return FlowView.Of(saved);
    }

    /// <summary>The definition that a document is.</summary>
    /// <exception cref="RuleBrokenException">It is none; the place is named.</exception>
    public static FlowDefinition Read(JsonObject document)
    {
        try
        {
            var flow = FlowDefinition.Parse(Text(document));
            return flow switch
            {
                { DefinitionId.Length: > LongestName } => throw new RuleBrokenException("FlowId", $"A flow has an id of at most {LongestName} characters.", "$.definitionId"),
                _ when flow.Name.Trim().Length is 0 or > LongestName => throw new RuleBrokenException("FlowName", $"A flow has a name of 1 to {LongestName} characters.", "$.name"),
                _ => flow,
            };
        }
        catch (FlowFormatException fault)
        {
            throw new RuleBrokenException("FlowFormat", fault.Message, fault.Path);
        }
    }

    private static string Text(JsonObject document)
    {
        try
        {
            return document.ToJsonString(FlowDefinition.Compact);
        }
        catch (InvalidOperationException)
        {
            throw new RuleBrokenException("FlowFormat", "The text holds half a character (a lone surrogate).", "$");
        }
    }

    private static FlowVersion Overwrite(Access access, FlowVersion draft, FlowDefinition flow, SaveFlowRequest save)
    {
        draft.Describe(flow);
        draft.Document = FlowView.Stored(flow, draft);
        draft.Note = save.Note;
        draft.SavedBy = access.UserName;
        draft.Revision++;
        return draft;
    }

    private async Task<FlowVersion> Add(Access access, string definitionId, FlowVersion? latest, FlowDefinition flow, SaveFlowRequest save, CancellationToken cancel)
    {
        if (latest is not null)
        {
            // Before the new row, for the index on one latest version is not deferred.
            latest.IsLatest = false;
            latest.Revision++;
            await context.SaveChangesAsync(cancel);
        }

        var added = new FlowVersion
        {
            CentreId = access.CentreId,
            Id = Guid.NewGuid().ToString("N"),
            DefinitionId = definitionId,
            Version = (latest?.Version ?? 0) + 1,
            Name = flow.Name,
            Document = "",
            IsLatest = true,
            CreatedAt = time.GetUtcNow(),
            CreatedBy = access.UserName,
            SavedBy = access.UserName,
            Note = save.Note,
        };
        added.Describe(flow);
        added.Document = FlowView.Stored(flow, added);
        context.Add(added);
        return added;
    }
}
