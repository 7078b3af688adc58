using System.Collections.Concurrent;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Compiled flows, from memory. A version that was once published never changes, so it is compiled once for good.</summary>
public sealed class FlowStore(IDbContextFactory<ApprovalDbContext> contexts)
{
    private readonly ConcurrentDictionary<(int CentreId, string DefinitionId, int Version), CompiledFlow> compiled = new();

    /// <summary>A version that was once published; running cases stay on theirs, whatever is published later.</summary>
    /// <exception cref="NotFoundException">There is no such version, or it is a draft.</exception>
    public async ValueTask<CompiledFlow> Compiled(int centreId, string definitionId, int version, CancellationToken cancel = default)
    {
        var key = (centreId, definitionId, version);
        if (compiled.TryGetValue(key, out var flow))
        {
            return flow;
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var document = await context.Set<FlowVersion>()
            .Where(f => f.CentreId == centreId && f.DefinitionId == definitionId && f.Version == version && f.PublishedAt != null)
            .Select(f => f.Document).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException("FlowVersion", $"{definitionId}/{version}");
        return compiled.GetOrAdd(key, _ => CompiledFlow.Compile(FlowDefinition.Parse(document)));
    }

    /// <summary>The version on which new cases start; null when none is published.</summary>
    public async Task<int?> PublishedVersion(int centreId, string definitionId, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Set<FlowVersion>()
            .Where(f => f.CentreId == centreId && f.DefinitionId == definitionId && f.IsPublished)
            .Select(f => (int?)f.Version).SingleOrDefaultAsync(cancel);
    }
}
