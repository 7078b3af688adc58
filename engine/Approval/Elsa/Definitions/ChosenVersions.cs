using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Finds the one version that Elsa's clients mean.</summary>
internal static class ChosenVersions
{
    /// <summary>The version; the newest where several are meant.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<FlowVersion> Chosen(this IQueryable<FlowVersion> flows, string? versionOptions, string definitionId, CancellationToken cancel) =>
        await flows.AsNoTracking().Where(VersionChoice.Of(versionOptions, "Latest")).OrderByDescending(flow => flow.Version).FirstOrDefaultAsync(cancel)
            ?? throw new NotFoundException("Flow", definitionId);

    /// <summary>The version of a key.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<FlowVersion> FlowById(this ApprovalDbContext context, int centreId, string id, CancellationToken cancel) =>
        await context.Set<FlowVersion>().AsNoTracking().SingleOrDefaultAsync(flow => flow.CentreId == centreId && flow.Id == id, cancel)
            ?? throw new NotFoundException("FlowVersion", id);
}
