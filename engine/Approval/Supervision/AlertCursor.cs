using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Supervision;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>A place in the list of alerts: the key of a row in the list's order. It names the order, so that one of another is refused.</summary>
/// <param name="Sort">The order.</param>
/// <param name="At">When the alert was due, or when its case is.</param>
/// <param name="Level">Its level.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="AlertId">Its key.</param>
internal sealed record AlertCursor(AlertSort Sort, DateTimeOffset At, short Level, string Unit, long AlertId)
{
    /// <summary>The place behind a row.</summary>
    public static AlertCursor Behind(AlertSort? sort, AlertListed row) =>
        new(sort ?? AlertSort.Newest, sort == AlertSort.Overdue ? row.CaseDueAt!.Value : row.DueAt, (short)Enum.Parse<AlertLevel>(row.Level), row.Unit, row.AlertId);

    public string Write() => Cursor.Write(
        Sort.ToString(), At.ToString("O", CultureInfo.InvariantCulture), Level.ToString(CultureInfo.InvariantCulture), Unit, AlertId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a place; null without one.</summary>
    public static AlertCursor? Read(AlertSort? sort, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var parts = Cursor.Read(cursor, 5);
        return parts[0] == (sort ?? AlertSort.Newest).ToString()
            && DateTimeOffset.TryParseExact(parts[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
            && short.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            && long.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var alertId)
            ? new AlertCursor(sort ?? AlertSort.Newest, at, level, parts[3], alertId)
            : throw Cursor.Invalid();
    }
}
