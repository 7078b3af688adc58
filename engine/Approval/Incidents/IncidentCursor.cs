using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Incidents;
using Npgsql;

namespace ApprovalEngine.Approval.Incidents;

/// <summary>A place in the list of incidents: the key of a row in the list's order. It names the order, so that one of another is refused.</summary>
/// <param name="Sort">The order.</param>
/// <param name="Since">When the incident came.</param>
/// <param name="TaskId">The administrator's task.</param>
/// <param name="Item">Code of the item.</param>
internal sealed record IncidentCursor(IncidentSort Sort, DateTimeOffset Since, Guid TaskId, string Item)
{
    /// <summary>Number of the first of the parameters that <see cref="Values"/> gives.</summary>
    public const int First = 4;

    private static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>Which rows come after this place, in which order, and how many. No index has an order: open incidents are few.</summary>
    public string Page
    {
        get
        {
            var (key, place) = ("(t.opened_at, t.case_id, t.task_no)", $"(${First}, ${First + 1}, ${First + 2})");
            var (after, by) = Sort switch
            {
                IncidentSort.Newest => ($"{key} < {place}", "t.opened_at desc, t.case_id desc, t.task_no desc"),
                IncidentSort.Item => ($"(i.code > ${First + 3} or (i.code = ${First + 3} and {key} > {place}))", "i.code, t.opened_at, t.case_id, t.task_no"),
                _ => ($"{key} > {place}", "t.opened_at, t.case_id, t.task_no"),
            };
            return $"and {after} order by {by} limit ${First + 4}";
        }
    }

    /// <summary>The parameters of <see cref="Page"/>: this place, and the page's size.</summary>
    public NpgsqlParameter[] Values(int take) => [Sql.Of(Since), Sql.Of(CaseIds.CaseOf(TaskId)), Sql.Of(CaseIds.NumberOf(TaskId)), Sql.Of(Item), Sql.Of(take)];

    public string Write() => Cursor.Write(Sort.ToString(), Since.ToString("O", CultureInfo.InvariantCulture), TaskId.ToString(), Item);

    /// <summary>Reads a place; before the first row without one.</summary>
    public static IncidentCursor Read(IncidentSort? sort, string? cursor)
    {
        var order = sort ?? IncidentSort.Oldest;
        if (cursor is null)
        {
            return order == IncidentSort.Newest ? new(order, DateTimeOffset.MaxValue, Last, "") : new(order, DateTimeOffset.MinValue, Guid.Empty, "");
        }

        var parts = Cursor.Read(cursor, 4);
        return parts[0] == order.ToString()
            && DateTimeOffset.TryParseExact(parts[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var since) && Guid.TryParse(parts[2], out var taskId)
            ? new(order, since, taskId, parts[3])
            : throw Cursor.Invalid();
    }
}
