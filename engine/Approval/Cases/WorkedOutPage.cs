using System.Globalization;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A page of rows that are worked out one after the other, in an order that no index has: all are looked at and only the page's are kept.</summary>
internal static class WorkedOutPage
{
    /// <summary>The rows that stand behind a place.</summary>
    /// <param name="rows">All rows, a case each.</param>
    /// <param name="order">Name of the order: a place in another one is refused.</param>
    /// <param name="key">Where a row stands: by a number, then by its case.</param>
    /// <param name="after">The <c>next</c> of the page before; null for the first.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Page<T>> Of<T>(IAsyncEnumerable<T> rows, string order, Func<T, (long Number, Guid CaseId)> key, string? after, int take, CancellationToken cancel)
    {
        var place = Read(order, after);

        // The farthest stands at the head, to make room for one that is nearer.
        var kept = new PriorityQueue<T, (long, Guid)>(Comparer<(long, Guid)>.Create((one, other) => other.CompareTo(one)));
        await foreach (var row in rows.WithCancellation(cancel))
        {
            var at = key(row);
            if (place is { } behind && at.CompareTo(behind) <= 0)
            {
                continue;
            }

            if (kept.Count <= take)
            {
                kept.Enqueue(row, at);
            }
            else
            {
                kept.EnqueueDequeue(row, at);
            }
        }

        return Pages.Of([.. kept.UnorderedItems.OrderBy(one => one.Priority).Select(one => one.Element)], take, last => Write(order, key(last)));
    }

    private static string Write(string order, (long Number, Guid CaseId) place) => Cursor.Write(order, place.Number.ToString(CultureInfo.InvariantCulture), place.CaseId.ToString());

    private static (long Number, Guid CaseId)? Read(string order, string? after)
    {
        if (after is null)
        {
            return null;
        }

        var parts = Cursor.Read(after, 3);
        return parts[0] == order && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Guid.TryParse(parts[2], out var caseId)
            ? (number, caseId)
            : throw Cursor.Invalid();
    }
}
