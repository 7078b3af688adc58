using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>Changes the catalogue, one change of a centre after the other, and lets every host know.</summary>
internal sealed class CatalogueWriter(ApprovalDbContext context, ItemStore items, TimeProvider time)
{
    /// <summary>Makes the change and leaves its trace, all or nothing.</summary>
    public async Task Write(Access access, string act, string code, object payload, Func<ApprovalDbContext, Task> change, CancellationToken cancel)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);

        // Counting up locks the centre's row: the next change waits here and then sees this one.
        await context.Set<Centre>().Where(centre => centre.CentreId == access.CentreId)
            .ExecuteUpdateAsync(centre => centre.SetProperty(row => row.CatalogueVersion, row => row.CatalogueVersion + 1), cancel);
        await change(context);
        context.Record(access, time.GetUtcNow(), act, code, payload);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        items.Expire(access.CentreId);
    }
}

/// <summary>Finds items.</summary>
internal static class ItemRows
{
    public static IQueryable<Item> Items(this ApprovalDbContext context, int centreId) => context.Set<Item>().Where(item => item.CentreId == centreId);
}
