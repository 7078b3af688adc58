using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Tasks;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A place in a list of what is past: the key of a row in the list's order. It names the order, so that one of another is refused.</summary>
/// <param name="Sort">The order.</param>
/// <param name="At">When it was done or copied.</param>
/// <param name="CaseId">The case.</param>
/// <param name="No">The task's number there.</param>
/// <param name="Item">Code of the item.</param>
internal sealed record PastCursor(PastSort Sort, DateTimeOffset At, Guid CaseId, int No, string Item)
{
    private static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>The parameters of <see cref="PastOrder"/>: its place, and the page's size.</summary>
    public NpgsqlParameter[] Values(int take) => [Sql.Of(At), Sql.Of(CaseId), Sql.Of(No), Sql.Of(Item), Sql.Of(take)];

    public string Write() => Cursor.Write(Sort.ToString(), At.ToString("O", CultureInfo.InvariantCulture), CaseId.ToString(), No.ToString(CultureInfo.InvariantCulture), Item);

    /// <summary>Reads a place; before the first row without one.</summary>
    public static PastCursor Read(PastSort? sort, string? cursor)
    {
        var order = sort ?? PastSort.Newest;
        if (cursor is null)
        {
            return order == PastSort.Oldest ? new(order, DateTimeOffset.MinValue, Guid.Empty, 0, "") : new(order, DateTimeOffset.MaxValue, Last, int.MaxValue, "");
        }

        var parts = Cursor.Read(cursor, 5);
        return parts[0] == order.ToString()
            && DateTimeOffset.TryParseExact(parts[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) && Guid.TryParse(parts[2], out var caseId)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var no)
            ? new(order, at, caseId, no, parts[4])
            : throw Cursor.Invalid();
    }
}
