using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Catalogue.Import;

/// <summary>An item as it is, with its row and that of its current version.</summary>
/// <param name="Item">The item.</param>
/// <param name="Current">Its current version.</param>
/// <param name="Content">What of that version a sheet can say.</param>
internal sealed record KnownItem(Item Item, ItemVersion Current, ItemText Content)
{
    /// <summary>All items of a centre, by code.</summary>
    public static async Task<Dictionary<string, KnownItem>> All(ApprovalDbContext context, int centreId, CentreDirectory organisation, CancellationToken cancel)
    {
        var rows = await (
            from item in context.Items(centreId)
            join version in context.Set<ItemVersion>() on new { item.CentreId, item.ItemId, Version = item.CurrentVersion } equals new { version.CentreId, version.ItemId, version.Version }
            select new { item, version }).ToListAsync(cancel);
        return rows.ToDictionary(row => row.item.Code, row => new KnownItem(row.item, row.version, ItemPublication.Plain(row.item, row.version, organisation.Unit(row.version.UnitId).Code)));
    }
}
