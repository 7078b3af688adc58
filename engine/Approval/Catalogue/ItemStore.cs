using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Text.Json;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>The item catalogues of all centres, from memory. A version of an item never changes.</summary>
public sealed class ItemStore
{
    private static readonly Expression<Func<ItemAtVersion, ItemEntry>> ToEntry = at => new ItemEntry(
        at.Item.ItemId, at.Version.Version, at.Item.Code, at.Version.Kind, at.Version.Name, at.Version.LimitKind, at.Version.LegalDays,
        at.Version.PromisedDays, at.Version.ExtensionDays, at.Version.UnitId, at.Version.DefinitionId, at.Item.State, at.Version.AllowsBulkAnswers)
    { LevelProfile = at.Version.LevelProfile };

    private readonly IDbContextFactory<ApprovalDbContext> contexts;
    private readonly CentreCache<Catalogue> catalogues;
    private readonly ConcurrentDictionary<(int CentreId, int ItemId, int Version), ItemEntry> versions = new();
    private readonly ConcurrentDictionary<(int CentreId, int ItemId, int Version), ItemContent> contents = new();

    /// <summary>Reads on first use.</summary>
    public ItemStore(NpgsqlDataSource database, IDbContextFactory<ApprovalDbContext> contexts)
    {
        this.contexts = contexts;
        catalogues = new CentreCache<Catalogue>(database, "catalogue_version", (centreId, _, cancel) => Load(centreId, cancel));
    }

    /// <summary>All items of a centre in their current version, at most a second old.</summary>
    public async ValueTask<IReadOnlyCollection<ItemEntry>> All(int centreId, CancellationToken cancel = default) =>
        (await catalogues.Of(centreId, cancel)).ByCode.Values;

    /// <summary>The current version of an item.</summary>
    /// <exception cref="NotFoundException">There is no item of that code.</exception>
    public async ValueTask<ItemEntry> Of(int centreId, string code, CancellationToken cancel = default) =>
        (await catalogues.Of(centreId, cancel)).ByCode.GetValueOrDefault(code) ?? throw new NotFoundException("Item", code);

    /// <summary>The current version of an item.</summary>
    /// <exception cref="NotFoundException">There is no item of that key.</exception>
    public async ValueTask<ItemEntry> Of(int centreId, int itemId, CancellationToken cancel = default) =>
        (await catalogues.Of(centreId, cancel)).ById.GetValueOrDefault(itemId) ?? throw new NotFoundException("Item", itemId);

    /// <summary>An item as it was in the version that a case keeps. Its state is not part of a version: ask for the current one.</summary>
    /// <exception cref="NotFoundException">There is no such version.</exception>
    public async ValueTask<ItemEntry> Of(int centreId, int itemId, int version, CancellationToken cancel = default)
    {
        if (versions.TryGetValue((centreId, itemId, version), out var known))
        {
            return known;
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var entry = await Entries(context, centreId).Where(pair => pair.Item.ItemId == itemId && pair.Version.Version == version).Select(ToEntry).SingleOrDefaultAsync(cancel);
        return versions[(centreId, itemId, version)] = entry ?? throw new NotFoundException("ItemVersion", $"{itemId}/{version}");
    }

    /// <summary>What a version says at length.</summary>
    /// <exception cref="NotFoundException">There is no such version.</exception>
    public async ValueTask<ItemContent> Content(int centreId, int itemId, int version, CancellationToken cancel = default)
    {
        if (contents.TryGetValue((centreId, itemId, version), out var known))
        {
            return known;
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var row = await context.Set<ItemVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.CentreId == centreId && v.ItemId == itemId && v.Version == version, cancel)
            ?? throw new NotFoundException("ItemVersion", $"{itemId}/{version}");
        return contents[(centreId, itemId, version)] = new ItemContent(
            JsonElement.Parse(row.Form), JsonElement.Parse(row.Materials), JsonElement.Parse(row.Stops), JsonElement.Parse(row.Details));
    }

    /// <summary>Has the copy checked before its next use.</summary>
    internal void Expire(int centreId) => catalogues.Expire(centreId);

    private async Task<Catalogue> Load(int centreId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var entries = await Entries(context, centreId).Where(pair => pair.Version.Version == pair.Item.CurrentVersion).Select(ToEntry).ToListAsync(cancel);
        return new Catalogue(entries.ToFrozenDictionary(entry => entry.Code), entries.ToFrozenDictionary(entry => entry.ItemId));
    }

    private static IQueryable<ItemAtVersion> Entries(ApprovalDbContext context, int centreId) =>
        from item in context.Set<Item>().AsNoTracking()
        join version in context.Set<ItemVersion>() on new { item.CentreId, item.ItemId } equals new { version.CentreId, version.ItemId }
        where item.CentreId == centreId
        select new ItemAtVersion { Item = item, Version = version };

    private sealed class ItemAtVersion
    {
        public required Item Item { get; init; }

        public required ItemVersion Version { get; init; }
    }

    private sealed record Catalogue(FrozenDictionary<string, ItemEntry> ByCode, FrozenDictionary<int, ItemEntry> ById);
}
