using System.Collections.Concurrent;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Descriptors;

/// <summary>The definitions of a centre that may be used as activities. A version that was once published never changes, so each is read once.</summary>
internal sealed class UsableDefinitions(IDbContextFactory<ApprovalDbContext> contexts)
{
    private readonly ConcurrentDictionary<(int CentreId, string Id), FlowDefinition?> read = new();

    /// <summary>A version that was once published.</summary>
    /// <param name="Flow">The version.</param>
    /// <param name="IsPublished">Whether it is the one that is published now.</param>
    internal sealed record Usable(FlowDefinition Flow, bool IsPublished);

    /// <summary>All versions of them that were once published, the older ones too: what uses these must still be shown.</summary>
    public async Task<IReadOnlyList<Usable>> Of(int centreId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var versions = context.Set<FlowVersion>().AsNoTracking().Where(flow => flow.CentreId == centreId && flow.PublishedAt != null);
        var keys = await versions.OrderBy(flow => flow.DefinitionId).ThenBy(flow => flow.Version).Select(flow => new { flow.Id, flow.IsPublished }).ToListAsync(cancel);
        var missing = keys.Select(key => key.Id).Where(id => !read.ContainsKey((centreId, id))).ToList();
        if (missing.Count > 0)
        {
            foreach (var row in await versions.Where(flow => missing.Contains(flow.Id)).ToListAsync(cancel))
            {
                var flow = FlowView.Definition(row);
                read[(centreId, row.Id)] = flow.IsUsableAsActivity ? flow : null;
            }
        }

        // One that was deleted between the two questions is not among what was read.
        return [.. keys.Where(key => read.GetValueOrDefault((centreId, key.Id)) is not null).Select(key => new Usable(read[(centreId, key.Id)]!, key.IsPublished))];
    }
}
