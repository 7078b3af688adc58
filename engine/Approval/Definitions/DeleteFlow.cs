using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Definitions.Releases;
using ApprovalEngine.Approval.Elsa.Trials;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>
/// Deletes a flow with all its versions and the trials of it. What an item was ever bound to stays: cases run on it, and their trails are
/// replayed with it; so does what another flow uses.
/// </summary>
/// <param name="Access">Who deletes.</param>
/// <param name="DefinitionId">Which.</param>
public sealed record DeleteFlow(Access Access, string DefinitionId) : IRequest;

/// <summary>Deletes one version; the one before becomes the newest. Only drafts can go where the flow itself must stay.</summary>
/// <param name="Access">Who deletes.</param>
/// <param name="Id">The version's key.</param>
public sealed record DeleteFlowVersion(Access Access, string Id) : IRequest;

internal sealed class DeleteFlowHandlers(ApprovalDbContext context, OrgDirectory directory, TimeProvider time) : IRequestHandler<DeleteFlow>, IRequestHandler<DeleteFlowVersion>
{
    public async Task<Unit> Handle(DeleteFlow request, CancellationToken cancellationToken)
    {
        var (access, definitionId) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        await context.Flows(access.CentreId, definitionId).Latest(definitionId, cancellationToken);
        await context.Commit(
            access.CentreId,
            definitionId,
            async () =>
            {
                await context.Hold(access.CentreId, definitionId, cancellationToken);
                await RequireUnused(access, definitionId, cancellationToken);
                await context.Set<TrialRun>().Where(run => run.CentreId == access.CentreId && run.DefinitionId == definitionId).ExecuteDeleteAsync(cancellationToken);
                await context.Releases(access.CentreId, definitionId).ExecuteDeleteAsync(cancellationToken);
                await context.Flows(access.CentreId, definitionId).ExecuteDeleteAsync(cancellationToken);
                context.Record(access, time.GetUtcNow(), EventAct.FlowDeleted, definitionId, new { });
            },
            cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(DeleteFlowVersion request, CancellationToken cancellationToken)
    {
        var (access, id) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var version = await context.Set<FlowVersion>().SingleOrDefaultAsync(flow => flow.CentreId == access.CentreId && flow.Id == id, cancellationToken) ?? throw new NotFoundException("FlowVersion", id);
        await context.Commit(access.CentreId, version.DefinitionId, () => Delete(access, version, cancellationToken), cancellationToken);
        return Unit.Value;
    }

    private async Task Delete(Access access, FlowVersion version, CancellationToken cancel)
    {
        if (version.PublishedAt is not null)
        {
            await context.Hold(access.CentreId, version.DefinitionId, cancel);
            await RequireUnused(access, version.DefinitionId, cancel);
        }

        await context.Set<TrialRun>().Where(run => run.CentreId == access.CentreId && run.VersionId == version.Id).ExecuteDeleteAsync(cancel);
        await context.Releases(access.CentreId, version.DefinitionId).Where(release => release.Version == version.Version).ExecuteDeleteAsync(cancel);
        context.Remove(version);
        context.Record(access, time.GetUtcNow(), EventAct.FlowVersionDeleted, version.DefinitionId, new { version.Version });

        // Before the next becomes the newest, for the index on one latest version is not deferred.
        await context.SaveChangesAsync(cancel);
        if (version.IsLatest && await context.Flows(access.CentreId, version.DefinitionId).OrderByDescending(flow => flow.Version).FirstOrDefaultAsync(cancel) is { } newest)
        {
            newest.IsLatest = true;
            newest.Revision++;
        }
    }

    private async Task RequireUnused(Access access, string definitionId, CancellationToken cancel)
    {
        if (await context.Set<ItemVersion>().AnyAsync(item => item.CentreId == access.CentreId && item.DefinitionId == definitionId, cancel))
        {
            throw new RuleBrokenException("FlowInUse", $"The flow '{definitionId}' serves or served an item; cases run on it, so it is kept. It can be retracted.");
        }

        if (await context.ConsumersOf(access.CentreId, definitionId, cancel) is { Count: > 0 } consumers)
        {
            throw new RuleBrokenException("FlowInUse", $"The flow '{definitionId}' is used by {string.Join(", ", consumers)}.");
        }
    }
}
