using ApprovalEngine.Approval.Definitions.Releases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using MediatR;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>
/// Publishes the newest version: new cases start on it, running ones stay on theirs. Where the centre has decided that a second administrator
/// releases flows, a request is filed instead and the answer says so.
/// </summary>
/// <param name="Access">Who publishes.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="Request">What is meant, and what is taken upon oneself.</param>
public sealed record PublishFlow(Access Access, string DefinitionId, PublishFlowRequest Request) : IRequest<FlowSummary>;

internal sealed class PublishFlowHandler(ApprovalDbContext context, OrgDirectory directory, FlowLint lint, FlowPublication publication, TimeProvider time) : IRequestHandler<PublishFlow, FlowSummary>
{
    public async Task<FlowSummary> Handle(PublishFlow request, CancellationToken cancellationToken)
    {
        var (access, definitionId, publish) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var latest = await context.Flows(access.CentreId, definitionId).Latest(definitionId, cancellationToken);
        if (publish.BuildsOn is { } seen && (seen.Version != latest.Version || seen.Revision != latest.Revision))
        {
            throw await FlowVersions.Moved(context, access.CentreId, definitionId, cancellationToken);
        }

        if (latest.IsPublished)
        {
            return FlowView.Of(latest).Summary;
        }

        // The product itself (set-up, demo) has nobody beside it.
        return !access.IsSystem && (await directory.Of(access.CentreId, cancellationToken)).Centre.Settings.FlowsNeedRelease
            ? await Ask(access, latest, publish, cancellationToken)
            : await publication.Publish(access, latest, publish, _ => { }, new { latest.Version, publish.Overrides, publish.Note }, cancellationToken);
    }

    private async Task<FlowSummary> Ask(Access access, FlowVersion latest, PublishFlowRequest publish, CancellationToken cancel)
    {
        await lint.Require(access.CentreId, FlowView.Definition(latest), publish.Overrides ?? [], cancel);
        await context.Commit(access.CentreId, latest.DefinitionId, () => context.Ask(access, latest, publish, time.GetUtcNow(), cancel), cancel);
        return FlowView.Of(latest).Summary with { AwaitsRelease = true };
    }
}
