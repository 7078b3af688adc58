using ApprovalEngine.Approval.Definitions.Releases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Definitions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>The newest version of each definition, by definition id.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
/// <param name="Search">Part of the name or of the definition's id; null for all.</param>
public sealed record ListFlows(Access Access, string? After, int Take, string? Search = null) : IRequest<Page<FlowSummary>>;

/// <summary>All versions of a definition, newest first.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">Which.</param>
public sealed record ListFlowVersions(Access Access, string DefinitionId) : IRequest<IReadOnlyList<FlowSummary>>;

/// <summary>A version with its document.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="Version">The version; null for the newest.</param>
public sealed record GetFlow(Access Access, string DefinitionId, int? Version) : IRequest<FlowVersionView>;

internal sealed class FlowQueryHandlers(ApprovalDbContext context)
    : IRequestHandler<ListFlows, Page<FlowSummary>>, IRequestHandler<ListFlowVersions, IReadOnlyList<FlowSummary>>, IRequestHandler<GetFlow, FlowVersionView>
{
    public async Task<Page<FlowSummary>> Handle(ListFlows request, CancellationToken cancellationToken)
    {
        var (pattern, flows) = (LikePattern.Containing(request.Search), context.Set<FlowVersion>().AsNoTracking().Where(flow => flow.CentreId == request.Access.CentreId));
        var rows = await flows
            .Where(flow => flow.IsLatest && flow.DefinitionId.CompareTo(request.After ?? "") > 0)
            .Where(flow => EF.Functions.ILike(flow.Name, pattern) || EF.Functions.ILike(flow.DefinitionId, pattern))
            .OrderBy(flow => flow.DefinitionId).Take(request.Take + 1).Select(FlowVersions.ToSummary).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.DefinitionId).ToList();
        var published = await flows.Where(flow => flow.IsPublished && ids.Contains(flow.DefinitionId)).ToDictionaryAsync(flow => flow.DefinitionId, flow => (int?)flow.Version, cancellationToken);
        var waiting = await context.Set<FlowRelease>().Where(release => release.CentreId == request.Access.CentreId && release.Status == ReleaseStatus.Waiting && ids.Contains(release.DefinitionId))
            .Select(release => release.DefinitionId).ToListAsync(cancellationToken);
        return Pages.Of(
            [.. rows.Select(row => row with { PublishedVersion = published.GetValueOrDefault(row.DefinitionId), AwaitsRelease = waiting.Contains(row.DefinitionId) })], request.Take, flow => flow.DefinitionId);
    }

    public async Task<IReadOnlyList<FlowSummary>> Handle(ListFlowVersions request, CancellationToken cancellationToken)
    {
        var rows = await context.Flows(request.Access.CentreId, request.DefinitionId).AsNoTracking()
            .OrderByDescending(flow => flow.Version).Select(FlowVersions.ToSummary).ToListAsync(cancellationToken);
        return rows.Count > 0 ? rows : throw new NotFoundException("Flow", request.DefinitionId);
    }

    public async Task<FlowVersionView> Handle(GetFlow request, CancellationToken cancellationToken)
    {
        var row = await context.Flows(request.Access.CentreId, request.DefinitionId).AsNoTracking()
            .SingleOrDefaultAsync(flow => request.Version == null ? flow.IsLatest : flow.Version == request.Version, cancellationToken);
        return FlowView.Of(row ?? throw new NotFoundException("Flow", request.Version is { } version ? $"{request.DefinitionId}/{version}" : request.DefinitionId));
    }
}
