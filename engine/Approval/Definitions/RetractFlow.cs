using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Definitions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Takes the published version back: no new case starts, running ones go on.</summary>
/// <param name="Access">Who retracts.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="BuildsOn">The published version that is meant: what is taken back is what the administrator saw. Null for whichever is published.</param>
public sealed record RetractFlow(Access Access, string DefinitionId, FlowBase? BuildsOn = null) : IRequest<FlowSummary>;

internal sealed class RetractFlowHandler(ApprovalDbContext context, OrgDirectory directory, TimeProvider time) : IRequestHandler<RetractFlow, FlowSummary>
{
    public async Task<FlowSummary> Handle(RetractFlow request, CancellationToken cancellationToken)
    {
        var (access, definitionId, seen) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var published = await context.Flows(access.CentreId, definitionId).SingleOrDefaultAsync(flow => flow.IsPublished, cancellationToken);
        if (published is null)
        {
            return FlowView.Of(await context.Flows(access.CentreId, definitionId).Latest(definitionId, cancellationToken)).Summary;
        }

        if (seen is not null && (seen.Version != published.Version || seen.Revision != published.Revision))
        {
            throw await FlowVersions.Moved(context, access.CentreId, definitionId, cancellationToken);
        }

        await context.Commit(
            access.CentreId,
            definitionId,
            () =>
            {
                published.IsPublished = false;
                published.Revision++;
                context.Record(access, time.GetUtcNow(), EventAct.FlowRetracted, definitionId, new { published.Version });
                return Task.CompletedTask;
            },
            cancellationToken);
        return FlowView.Of(published).Summary;
    }
}
