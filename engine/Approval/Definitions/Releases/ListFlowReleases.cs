using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions.Releases;

/// <summary>The requests to publish a flow, newest first.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">Which flow.</param>
public sealed record ListFlowReleases(Access Access, string DefinitionId) : IRequest<IReadOnlyList<FlowReleaseView>>;

internal sealed class ListFlowReleasesHandler(ApprovalDbContext context, OrgDirectory directory) : IRequestHandler<ListFlowReleases, IReadOnlyList<FlowReleaseView>>
{
    public async Task<IReadOnlyList<FlowReleaseView>> Handle(ListFlowReleases request, CancellationToken cancellationToken)
    {
        var (access, definitionId) = request;
        var latest = await context.Flows(access.CentreId, definitionId).AsNoTracking().Latest(definitionId, cancellationToken);
        var mayDecide = !access.IsProgram && access.Reaches(Contracts.Organisation.Role.Administrator, (await directory.Of(access.CentreId, cancellationToken)).Root);
        var rows = await context.Releases(access.CentreId, definitionId).AsNoTracking().OrderByDescending(release => release.No).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new FlowReleaseView(
                row.No, row.Version, row.Revision, row.Note, row.Overrides, row.AskedAt, row.AskedBy, row.Status.ToString(), row.DecidedAt, row.DecidedBy, row.Reason,
                IsOutdated: row.Status == ReleaseStatus.Waiting && (row.Version != latest.Version || row.Revision != latest.Revision),
                IsYours: row.Status == ReleaseStatus.Waiting && mayDecide && row.AskedBy != access.UserName)),
        ];
    }
}
