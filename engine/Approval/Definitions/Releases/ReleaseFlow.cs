using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using MediatR;

namespace ApprovalEngine.Approval.Definitions.Releases;

/// <summary>A second administrator publishes what the first asked for, exactly as it was then.</summary>
/// <param name="Access">Who releases.</param>
/// <param name="DefinitionId">Which flow.</param>
/// <param name="No">Which request.</param>
public sealed record ReleaseFlow(Access Access, string DefinitionId, int No) : IRequest<FlowSummary>;

internal sealed class ReleaseFlowHandler(ApprovalDbContext context, OrgDirectory directory, FlowPublication publication) : IRequestHandler<ReleaseFlow, FlowSummary>
{
    public async Task<FlowSummary> Handle(ReleaseFlow request, CancellationToken cancellationToken)
    {
        var (access, definitionId, no) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var release = await context.Waiting(access, definitionId, no, cancellationToken);
        var latest = await context.Flows(access.CentreId, definitionId).Latest(definitionId, cancellationToken);
        if (latest.Version != release.Version || latest.Revision != release.Revision)
        {
            throw await FlowVersions.Moved(context, access.CentreId, definitionId, cancellationToken);
        }

        return await publication.Publish(
            access,
            latest,
            new PublishFlowRequest(new FlowBase(release.Version, release.Revision), release.Overrides, release.Note),
            at => (release.Status, release.DecidedAt, release.DecidedBy) = (ReleaseStatus.Released, at, access.UserName),
            new { release.Version, release.Overrides, release.Note, release.AskedBy },
            cancellationToken);
    }
}
