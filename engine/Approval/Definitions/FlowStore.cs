using System.Collections.Concurrent;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>
/// Compiled flows, from memory. A published version of a flow that an item was ever bound to never changes and is never deleted, so it is
/// compiled once for good. Any other may be deleted, on whatever host, and its number may come back with something else: it is compiled anew.
/// </summary>
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
        var published = await context.Set<FlowVersion>()
            .Where(f => f.CentreId == centreId && f.DefinitionId == definitionId && f.Version == version && f.PublishedAt != null)
            .Select(f => new { f.Document, f.PublishedAt, IsKept = context.Set<ItemVersion>().Any(item => item.CentreId == centreId && item.DefinitionId == definitionId) })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFoundException("FlowVersion", $"{definitionId}/{version}");
        var definition = FlowDefinition.Parse(published.Document);
        var others = await Used(context, centreId, definition, published.PublishedAt, cancel);
        flow = CompiledFlow.Compile(definition, null, others.GetValueOrDefault);
        return published.IsKept ? compiled.GetOrAdd(key, flow) : flow;
    }

    /// <summary>A document that may be no version at all, compiled with what is published now.</summary>
    /// <exception cref="RuleBrokenException">The document cannot be run; the place is named.</exception>
    public async Task<CompiledFlow> Draft(int centreId, string document, CancellationToken cancel = default)
    {
        var definition = FlowDefinition.Parse(document);
        try
        {
            return CompiledFlow.Compile(definition, null, await Used(centreId, definition, cancel));
        }
        catch (FlowFormatException fault)
        {
            throw new RuleBrokenException("FlowFormat", fault.Message, fault.Path);
        }
    }

    /// <summary>
    /// The definitions of a centre that a draft uses as activities or executes, and those that these use, as they are published now; what is
    /// not found is left out.
    /// </summary>
    public async Task<Func<UsedDefinition, FlowDefinition?>> Used(int centreId, FlowDefinition definition, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return (await Used(context, centreId, definition, null, cancel)).GetValueOrDefault;
    }

    /// <summary>The version on which new cases start; null when none is published.</summary>
    public async Task<int?> PublishedVersion(int centreId, string definitionId, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Set<FlowVersion>()
            .Where(f => f.CentreId == centreId && f.DefinitionId == definitionId && f.IsPublished)
            .Select(f => (int?)f.Version).SingleOrDefaultAsync(cancel);
    }

    private static async Task<Dictionary<UsedDefinition, FlowDefinition>> Used(
        ApprovalDbContext context, int centreId, FlowDefinition definition, DateTimeOffset? at, CancellationToken cancel)
    {
        var found = new Dictionary<UsedDefinition, FlowDefinition>();
        var missing = new Queue<UsedDefinition>(UsedDefinition.Of(definition));
        while (missing.TryDequeue(out var used))
        {
            if (!found.ContainsKey(used) && await Document(context, centreId, used, at, cancel) is { } document)
            {
                found[used] = FlowDefinition.Parse(document);
                UsedDefinition.Of(found[used]).ToList().ForEach(missing.Enqueue);
            }
        }

        return found;
    }

    /// <summary>
    /// The version that is named, where it was once published; else the one that was the published one at an instant, so that a version goes
    /// on as it was published, whatever is published later. By its id, or by its name or the type that Elsa makes of it.
    /// </summary>
    private static async Task<string?> Document(ApprovalDbContext context, int centreId, UsedDefinition used, DateTimeOffset? at, CancellationToken cancel)
    {
        var published = context.Set<FlowVersion>().Where(f => f.CentreId == centreId && f.PublishedAt != null);
        var usable = published
            .Where(f => f.Version == used.Version || (at == null
                ? f.IsPublished
                : f.PublishedAt <= at && !published.Any(newer => newer.DefinitionId == f.DefinitionId && newer.Version > f.Version && newer.PublishedAt <= at)))
            .OrderByDescending(f => f.Version == used.Version).ThenByDescending(f => f.PublishedAt);
        if (await usable.Where(f => f.DefinitionId == used.Key || f.Name == used.Key).Select(f => f.Document).FirstOrDefaultAsync(cancel) is { } document)
        {
            return document;
        }

        var names = await published.Select(f => f.Name).Distinct().ToListAsync(cancel);
        return names.Find(name => UsedDefinition.TypeOf(name) == used.Key) is { } meant
            ? await usable.Where(f => f.Name == meant).Select(f => f.Document).FirstOrDefaultAsync(cancel)
            : null;
    }
}
