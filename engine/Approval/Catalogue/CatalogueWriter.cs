using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>Changes the catalogue, one change of a centre after the other, and lets every host know.</summary>
internal sealed class CatalogueWriter(ApprovalDbContext context, ItemStore items, TimeProvider time)
{
    /// <summary>Makes the change and leaves its trace, all or nothing.</summary>
    public async Task Write(Access access, EventAct act, string code, object payload, Func<ApprovalDbContext, Task> change, CancellationToken cancel)
    {
        await context.WriteCentre(access, centre => centre.CatalogueVersion, change, new CentreWrites.Trace(time.GetUtcNow(), act, code, payload), cancel);
        items.Expire(access.CentreId);
    }
}

/// <summary>Finds items.</summary>
internal static class ItemRows
{
    public static IQueryable<Item> Items(this ApprovalDbContext context, int centreId) => context.Set<Item>().Where(item => item.CentreId == centreId);
}
